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
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        return new LogSnapshot(cells, toxicity(traffic, all, pass), responseTokens(traffic, all, pass), gaps,
            log.count(traffic.canariesOnly()), pass.missingLabels, triggers(traffic, cells, pass, progress), pass.accounts.found());
    }

    private List<TriggerCandidate> triggers(LogFilter traffic, List<DailyCell> cells, Pass pass, Progress progress) {
        Set<String> harm = cells.stream().filter(LogSnapshot::isHarm).map(DailyCell::category).collect(Collectors.toSet());
        return harm.isEmpty() ? List.of() : pass.search.found(log, traffic.inCategories(harm), progress);
    }

    private NavigableMap<LocalDate, OutputSample> toxicity(LogFilter traffic, Tally all, Pass pass) {
        return all.equallyWeighted() ? samples(log.dailyValues(LogSignal.TOXICITY, traffic)) : weighted(pass.toxicity);
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

    /** The one pass over all user traffic. */
    private final class Pass {
        private final boolean equallyWeighted;
        private final long total;
        private final Progress progress;
        private final ProbeAccounts accounts = new ProbeAccounts();
        private final TriggerSearch search = new TriggerSearch(policy.number("monitor.alpha"), policy.number("monitor.confidence"));
        private final Map<LocalDate, WeightedValues> toxicity = new TreeMap<>();
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
            LocalDate day = record.time().atZone(ZoneOffset.UTC).toLocalDate();
            double weight = 1 / record.inclusionProbability();
            if (!Double.isNaN(record.toxicity())) {
                toxicity.computeIfAbsent(day, d -> new WeightedValues()).add(record.toxicity(), weight);
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
                values = java.util.Arrays.copyOf(values, 2 * size);
                weights = java.util.Arrays.copyOf(weights, 2 * size);
            }
            values[size] = value;
            weights[size++] = weight;
        }

        OutputSample sample() {
            return OutputSample.ofUnsorted(java.util.Arrays.copyOf(values, size), java.util.Arrays.copyOf(weights, size));
        }
    }
}
