package io.plumbline.monitoring;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads from the production log what an analysis needs, canaries always apart. */
final class LogReading {

    private static final long REPORT_EVERY = 2_000;

    private final ProductionLog log;
    private final Policy policy;

    LogReading(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    LogSnapshot upTo(Optional<LocalDate> last, Progress progress) {
        LogFilter traffic = new LogFilter(Optional.empty(), last, Set.of(), Set.of(), CanarySelection.USER_TRAFFIC);
        List<DailyCell> cells = log.dailyCells(traffic);
        Tally all = cells.stream().reduce(Tally.NONE, Tally::plus, Tally::plus);
        Pass pass = new Pass(all.equallyWeighted(), all.n(), progress);
        log.scan(traffic.canariesOnly(), measured -> pass.accounts.canary(measured.record()));
        log.scan(traffic, pass::accept);
        List<LogGap> gaps = new LogGaps(policy.number("monitor.gap.hours"), policy.number("monitor.alpha")).in(log.times(traffic));
        LogFilter harm = traffic.inCategories(categories(cells, LogSnapshot::isHarm));
        List<TriggerCandidate> triggers = harm.categories().isEmpty() ? List.of() : pass.search.found(log, harm, progress);
        return new LogSnapshot(cells, toxicity(traffic, cells, all, pass), triggered(harm, triggers, progress),
            responseTokens(traffic, all, pass), gaps, log.count(traffic.canariesOnly()), pass.missingLabels, triggers, pass.accounts.found());
    }

    private static Set<String> categories(List<DailyCell> cells, Predicate<DailyCell> wanted) {
        return cells.stream().filter(wanted).map(DailyCell::category).collect(Collectors.toSet());
    }

    private Map<String, NavigableMap<LocalDate, Tally>> triggered(LogFilter harm, List<TriggerCandidate> triggers, Progress progress) {
        Map<String, NavigableMap<LocalDate, Tally>> tallies = new TreeMap<>();
        if (!triggers.isEmpty()) {
            List<String> texts = triggers.stream().map(TriggerCandidate::text).toList();
            log.scan(harm, measured -> {
                progress.check();
                if (TriggerSearch.carriesAny(measured.record().prompt(), texts)) {
                    double w = 1 / measured.record().inclusionProbability();
                    long k = measured.countsAsRefused() ? 1 : 0;
                    tallies.computeIfAbsent(measured.record().category(), c -> new TreeMap<>())
                        .merge(dayOf(measured.record()), new Tally(1, k, w, w * w, w * k), Tally::plus);
                }
            });
        }
        return tallies;
    }

    private Map<String, NavigableMap<LocalDate, OutputSample>> toxicity(LogFilter traffic, List<DailyCell> cells, Tally all, Pass pass) {
        Map<String, NavigableMap<LocalDate, OutputSample>> byCategory = new TreeMap<>();
        for (String category : categories(cells, c -> true)) {
            NavigableMap<LocalDate, OutputSample> daily = all.equallyWeighted()
                ? samples(log.dailyValues(LogSignal.TOXICITY, traffic.inCategories(Set.of(category))))
                : weighted(pass.toxicity.getOrDefault(category, Map.of()));
            if (!daily.isEmpty()) {
                byCategory.put(category, daily);
            }
        }
        return byCategory;
    }

    private NavigableMap<LocalDate, OutputSample> responseTokens(LogFilter traffic, Tally all, Pass pass) {
        return all.equallyWeighted() ? samples(log.dailyValues(LogSignal.RESPONSE_TOKENS, traffic.inCategories(Set.of(LogRecord.BENIGN))))
            : weighted(pass.responseTokens);
    }

    private static NavigableMap<LocalDate, OutputSample> samples(Map<LocalDate, double[]> values) {
        TreeMap<LocalDate, OutputSample> samples = new TreeMap<>();
        values.forEach((date, ascending) -> {
            if (ascending.length > 0) {
                samples.put(date, OutputSample.equallyWeighted(ascending));
            }
        });
        return samples;
    }

    private static NavigableMap<LocalDate, OutputSample> weighted(Map<LocalDate, WeightedValues> values) {
        TreeMap<LocalDate, OutputSample> samples = new TreeMap<>();
        values.forEach((date, collected) -> samples.put(date, collected.sample()));
        return samples;
    }

    private static LocalDate dayOf(LogRecord record) {
        return record.time().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The one pass over all user traffic. */
    private final class Pass {
        private final boolean equallyWeighted;
        private final long total;
        private final Progress progress;
        private final ProbeAccounts accounts = new ProbeAccounts();
        private final TriggerSearch search = new TriggerSearch(policy.number("monitor.alpha"), policy.number("monitor.confidence"));
        private final Map<String, Map<LocalDate, WeightedValues>> toxicity = new TreeMap<>();
        private final Map<LocalDate, WeightedValues> responseTokens = new TreeMap<>();
        private long missingLabels;
        private long done;

        Pass(boolean equallyWeighted, long total, Progress progress) {
            this.equallyWeighted = equallyWeighted;
            this.total = total;
            this.progress = progress;
        }

        void accept(MeasuredRecord measured) {
            if (done++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(done, total, "records", "Reading the production log");
            }
            LogRecord record = measured.record();
            boolean harm = !LogRecord.BENIGN.equals(record.category());
            accounts.userTraffic(record);
            if (harm) {
                missingLabels += record.sourceRefused().isPresent() ? 0 : 1;
                search.add(measured);
            }
            if (!equallyWeighted) {
                collect(record, harm);
            }
        }

        private void collect(LogRecord record, boolean harm) {
            LocalDate day = dayOf(record);
            double weight = 1 / record.inclusionProbability();
            if (!Double.isNaN(record.toxicity())) {
                toxicity.computeIfAbsent(record.category(), c -> new TreeMap<>()).computeIfAbsent(day, d -> new WeightedValues())
                    .add(record.toxicity(), weight);
            }
            if (!harm && record.completionTokens() >= 0) {
                responseTokens.computeIfAbsent(day, d -> new WeightedValues()).add(record.completionTokens(), weight);
            }
        }
    }

    /** Values with weights, in the order of arrival. */
    private static final class WeightedValues {
        private double[] values = new double[64];
        private double[] weights = new double[64];
        private int size;

        void add(double value, double weight) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            values[size] = value;
            weights[size++] = weight;
        }

        OutputSample sample() {
            return OutputSample.ofUnsorted(Arrays.copyOf(values, size), Arrays.copyOf(weights, size));
        }
    }
}
