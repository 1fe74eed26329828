package io.plumbline.monitoring;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.stats.proportion.WeightedSums;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how the log was sampled from the inclusion probability of each record, and estimates rates accordingly. */
public final class SamplingAnalysis {

    /** Names of the estimates that are no category. */
    public static final String ALL_TRAFFIC = "all traffic";
    public static final String HARMFUL = "harm-category prompts";

    private static final long REPORT_EVERY = 2_000;
    private static final double SAME = 1e-9;
    /** Daily shares of one random draw scatter; a chance that was changed differs by more. */
    private static final double CHANGED = 1.5;

    private final ProductionLog log;
    private final Policy policy;

    public SamplingAnalysis(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    public SamplingReport read(Progress progress) {
        LogFilter traffic = LogFilter.everything();
        long total = log.count(traffic);
        Pass pass = new Pass();
        log.scan(traffic, measured -> {
            if (pass.done++ % REPORT_EVERY == 0) {
                progress.check();
                progress.update(pass.done, total, "records", "Reading how the log was sampled");
            }
            pass.accept(measured);
        });
        log.scan(traffic.canariesOnly(), measured -> pass.ids.add(measured.record().id()));
        Map<LocalDate, Tally> byDay = new TreeMap<>();
        log.dailyCells(traffic).forEach(cell -> byDay.merge(cell.date(), Tally.NONE.plus(cell), Tally::plus));
        List<SamplingReport.Day> days = byDay.entrySet().stream()
            .map(e -> new SamplingReport.Day(e.getKey(), e.getValue().n(), e.getValue().weight())).toList();
        double confidence = policy.number("monitor.confidence");
        List<SamplingReport.Estimate> estimates = new ArrayList<>();
        pass.sums.forEach((name, sums) -> estimates.add(new SamplingReport.Estimate(name, sums.n(), sums.successes(), sums.rate(confidence))));
        estimates.sort((a, b) -> Integer.compare(order(a.name()), order(b.name())));
        return new SamplingReport(kind(pass, days), pass.done, byDay.values().stream().mapToDouble(Tally::weight).sum(), estimates, days,
            new LogGaps(policy.number("monitor.gap.hours"), policy.number("monitor.alpha")).in(log.times(traffic)),
            pass.ids.holes(policy.number("sampling.id.numbered")));
    }

    private static int order(String name) {
        return name.equals(ALL_TRAFFIC) ? 0 : name.equals(HARMFUL) ? 1 : 2;
    }

    private static SamplingReport.Kind kind(Pass pass, List<SamplingReport.Day> days) {
        if (pass.done == 0 || pass.least >= 1 - SAME) {
            return SamplingReport.Kind.FULL;
        }
        if (pass.most - pass.least <= SAME) {
            return SamplingReport.Kind.RANDOM;
        }
        double low = days.stream().mapToDouble(SamplingReport.Day::share).min().orElse(1);
        double high = days.stream().mapToDouble(SamplingReport.Day::share).max().orElse(1);
        return high > CHANGED * low && !pass.chancesRepeat() ? SamplingReport.Kind.ADAPTIVE : SamplingReport.Kind.RISK_BASED;
    }

    /** The one pass over all user traffic. */
    private static final class Pass {
        private final Map<String, WeightedSums> sums = new TreeMap<>();
        private final IdSequence ids = new IdSequence();
        private final Map<LocalDate, double[]> chances = new TreeMap<>();
        private double least = 1;
        private double most;
        private long done;

        void accept(MeasuredRecord measured) {
            LogRecord record = measured.record();
            double p = record.inclusionProbability();
            least = Math.min(least, p);
            most = Math.max(most, p);
            double[] range = chances.computeIfAbsent(record.time().atZone(ZoneOffset.UTC).toLocalDate(), d -> new double[] {1, 0});
            range[0] = Math.min(range[0], p);
            range[1] = Math.max(range[1], p);
            ids.add(record.id());
            add(ALL_TRAFFIC, measured, p);
            if (!LogRecord.BENIGN.equals(record.category())) {
                add(HARMFUL, measured, p);
                add(record.category(), measured, p);
            }
        }

        /** Whether the smallest and the largest chance are the same on every day: then it is the kind of record that decides, not the day. */
        boolean chancesRepeat() {
            return chances.values().stream().allMatch(range -> Math.abs(range[0] - least) <= SAME && Math.abs(range[1] - most) <= SAME);
        }

        private void add(String name, MeasuredRecord measured, double p) {
            if (measured.isRead()) {
                sums.computeIfAbsent(name, k -> new WeightedSums()).add(measured.countsAsRefused(), p);
            }
        }
    }
}
