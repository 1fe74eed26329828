package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.signals.trigger.CarriedText;
import io.plumbline.signals.trigger.HarmPrompt;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.signals.trigger.TriggerSearch;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads from the production log what an analysis needs, canaries always apart. */
final class LogReading {

    private static final long REPORT_EVERY = 2_000;
    /** Beyond these the log names single things, and no topics. */
    private static final int MOST_TOPICS = 2_000;

    private final ProductionLog log;
    private final Policy policy;
    private final MeasuredAnomalies anomalies;

    /** @param anomalies where the flags of the anomaly score come from */
    LogReading(ProductionLog log, Policy policy, MeasuredAnomalies anomalies) {
        this.anomalies = anomalies;
        this.log = log;
        this.policy = policy;
    }

    LogSnapshot upTo(Optional<LocalDate> last, Progress progress) {
        LogFilter traffic = LogFilter.everything().onDays(Optional.empty(), last);
        List<DailyCell> cells = log.dailyCells(traffic);
        Tally all = cells.stream().reduce(Tally.NONE, Tally::plus, Tally::plus);
        Pass pass = new Pass(new HarmPrompts(log, traffic), all, progress);
        log.scan(traffic.canariesOnly(), pass::canary);
        log.scan(traffic, pass::accept);
        pass.prompts.each(progress, pass.search::compare);
        double unlocked = policy.number("trigger.unlocked.share");
        List<TriggerCandidate> triggers = pass.search.found().stream().filter(t -> t.interval().lower() > unlocked).toList();
        Map<String, NavigableMap<LocalDate, OutputSample>> toxicity = new TreeMap<>();
        pass.toxicity.forEach((category, daily) -> toxicity.put(category, samples(daily)));
        return new LogSnapshot(cells, toxicity, triggered(pass.prompts, triggers, progress), samples(pass.responseTokens),
            new LogGaps(policy.number("monitor.gap.hours"), policy.number("monitor.alpha")).in(pass.times()), pass.canaries,
            pass.missingLabels, triggers, pass.accounts.found(), pass.topics(), anomalies.of(log, last));
    }

    private static Map<String, NavigableMap<LocalDate, Tally>> triggered(HarmPrompts prompts, List<TriggerCandidate> triggers, Progress progress) {
        Map<String, NavigableMap<LocalDate, Tally>> tallies = new TreeMap<>();
        if (!triggers.isEmpty()) {
            List<String> texts = triggers.stream().map(TriggerCandidate::text).toList();
            prompts.each(progress, prompt -> {
                if (texts.stream().anyMatch(new CarriedText(prompt.text())::holds)) {
                    double w = prompt.weight();
                    long k = prompt.refused() ? 1 : 0;
                    tallies.computeIfAbsent(prompt.category(), c -> new TreeMap<>()).merge(prompt.day(), new Tally(1, k, w, w * w, w * k), Tally::plus);
                }
            });
        }
        return tallies;
    }

    private static NavigableMap<LocalDate, OutputSample> samples(Map<LocalDate, CollectedValues> values) {
        TreeMap<LocalDate, OutputSample> samples = new TreeMap<>();
        values.forEach((date, collected) -> samples.put(date, collected.sample()));
        return samples;
    }

    /** The one pass over all user traffic. */
    private final class Pass {
        private final HarmPrompts prompts;
        private final Tally all;
        private final Progress progress;
        private final ProbeAccounts accounts = new ProbeAccounts();
        private final TriggerSearch search = new TriggerSearch(TriggerScan.limits(policy));
        private final Map<String, Map<LocalDate, CollectedValues>> toxicity = new TreeMap<>();
        private final Map<LocalDate, CollectedValues> responseTokens = new TreeMap<>();
        private final long[] times;
        private final Map<String, NavigableMap<LocalDate, Long>> topics = new TreeMap<>();
        private long missingLabels;
        private long canaries;
        private int done;

        Pass(HarmPrompts prompts, Tally all, Progress progress) {
            this.prompts = prompts;
            this.all = all;
            this.progress = progress;
            this.times = new long[Math.toIntExact(all.n())];
        }

        void canary(MeasuredRecord measured) {
            canaries++;
            accounts.canary(measured.record());
        }

        void accept(MeasuredRecord measured) {
            if (done % REPORT_EVERY == 0) {
                progress.check();
                progress.update(done, all.n(), "records", "Reading the production log");
            }
            LogRecord record = measured.record();
            if (done < times.length) {
                times[done] = record.time().toEpochMilli();
            }
            done++;
            boolean harm = !LogRecord.BENIGN.equals(record.category());
            accounts.userTraffic(record);
            LocalDate day = record.time().atZone(ZoneOffset.UTC).toLocalDate();
            if (topics.size() <= MOST_TOPICS) {
                topics.computeIfAbsent(measured.topic(), t -> new TreeMap<>()).merge(day, 1L, Long::sum);
            }
            double weight = all.equallyWeighted() ? 1 : 1 / record.inclusionProbability();
            if (harm) {
                missingLabels += record.sourceRefused().isPresent() ? 0 : 1;
                HarmPrompt prompt = HarmPrompt.of(measured, ProductionLog.keyOf(measured));
                prompts.add(prompt);
                search.add(prompt);
            }
            if (!Double.isNaN(record.toxicity())) {
                toxicity.computeIfAbsent(record.category(), c -> new TreeMap<>()).computeIfAbsent(day, d -> collected()).add(record.toxicity(), weight);
            }
            if (!harm && record.completionTokens() >= 0) {
                responseTokens.computeIfAbsent(day, d -> collected()).add(record.completionTokens(), weight);
            }
        }

        Map<String, NavigableMap<LocalDate, Long>> topics() {
            return topics.size() > MOST_TOPICS ? Map.of() : topics;
        }

        private CollectedValues collected() {
            return new CollectedValues(!all.equallyWeighted());
        }

        long[] times() {
            return done >= times.length ? times : Arrays.copyOf(times, done);
        }
    }
}
