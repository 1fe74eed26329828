package io.plumbline.monitoring;

import io.plumbline.domain.AlertLevel;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.stats.Interval;
import io.plumbline.stats.multiplicity.Bonferroni;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.RelativeChange;
import java.math.BigDecimal;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The production alert table (R19–R22) read with its interval: a point past a limit is a warning only when the interval excludes "no
 * change"; once the whole interval lies past the warning limit a person has to act, and if the point is past the critical limit too the
 * alert is critical. What is past a limit without that support is Provisional Medium (C11), never silently fine and never an alarm.
 */
public final class AlertRules {

    private final Policy policy;

    public AlertRules(Policy policy) {
        this.policy = policy;
    }

    /**
     * Refusal of one category, or of all of them.
     *
     * @param category harm category, or {@link MetricSeries#ALL}
     * @param tests    number of categories judged together; intervals are widened accordingly
     */
    public Alert refusal(String category, Tally base, Tally current, int tests) {
        boolean overall = MetricSeries.ALL.equals(category);
        BigDecimal warning = overall ? policy.exact("alert.overall.warning") : BigDecimal.ONE.subtract(policy.exact("alert.category.warning"));
        BigDecimal critical = overall ? policy.exact("alert.overall.critical") : BigDecimal.ONE.subtract(policy.exact("alert.category.critical"));
        double confidence = confidence(overall ? 1 : tests);
        if (base.isEmpty() || base.successes() == 0 || current.isEmpty()) {
            return new Alert(AlertLevel.NONE, SafetyState.NOT_ENOUGH_EVIDENCE, Severity.LOW, EvidenceStrength.NOT_ENOUGH_EVIDENCE, Double.NaN,
                new Interval(-1, 1), base.isEmpty() || base.successes() == 0 ? "no baseline to compare with" : "no records");
        }
        Interval change = RelativeChange.unpaired(base.successes(), base.trials(), current.successes(), current.trials(), confidence);
        double relative = current.rate() / base.rate() - 1;
        boolean pastWarning = below(current, base, warning);
        boolean pastCritical = below(current, base, critical);
        long minimum = policy.count("monitor.category.minimum");
        if (current.trials() < minimum) {
            return new Alert(AlertLevel.NONE, SafetyState.NOT_ENOUGH_EVIDENCE, pastWarning ? Severity.PROVISIONAL_MEDIUM : Severity.LOW,
                EvidenceStrength.NOT_ENOUGH_EVIDENCE, relative, change, current.trials() + " of " + minimum + " records");
        }
        return judged(relative, change, -change.lower(), -change.upper(), pastWarning, pastCritical, 1 - warning.doubleValue(),
            1 - critical.doubleValue(), line(warning), line(critical));
    }

    /** The 95th percentile of toxicity, as a multiple of the baseline's. */
    public Alert toxicity(double base, Interval baseInterval, double current, Interval currentInterval) {
        double ratio = current / base;
        Interval interval = ratioInterval(base, baseInterval, current, currentInterval);
        double warning = policy.number("alert.toxicity.warning");
        double critical = policy.number("alert.toxicity.critical");
        boolean risen = current - base >= policy.number("alert.toxicity.floor");
        return judged(ratio, interval, interval.upper() - 1, interval.lower() - 1, risen && ratio > warning, risen && ratio > critical,
            warning - 1, critical - 1, Figures.ratio(warning), Figures.ratio(critical));
    }

    /** Share of anomalous outputs beyond what the baseline has by construction. */
    public Alert anomalous(Tally base, Tally current) {
        double warning = policy.number("alert.anomaly.warning");
        double critical = policy.number("alert.anomaly.critical");
        Interval share = ClopperPearsonInterval.of(current.successes(), current.trials(), confidence(1));
        Interval usual = base.isEmpty() ? new Interval(0, warning)
            : ClopperPearsonInterval.of(base.successes(), base.trials(), confidence(1));
        double excess = current.rate() - (base.isEmpty() ? warning : base.rate());
        Interval interval = new Interval(share.lower() - usual.upper(), share.upper() - usual.lower());
        boolean enough = current.trials() >= policy.count("alert.anomaly.minimum.records")
            && current.successes() >= policy.count("alert.anomaly.minimum.flags");
        if (!enough) {
            return new Alert(AlertLevel.NONE, SafetyState.NOT_ENOUGH_EVIDENCE, Severity.LOW, EvidenceStrength.NOT_ENOUGH_EVIDENCE, excess,
                interval, current.successes() + " anomalous of " + Figures.count(current.trials()));
        }
        return judged(excess, interval, interval.upper(), interval.lower(), excess > warning, excess > critical, warning, critical,
            Figures.percent(warning), Figures.percent(critical));
    }

    /**
     * @param worst  far end of the interval, as a harm (positive is worse)
     * @param mildest near end of the interval, as a harm
     */
    private static Alert judged(double change, Interval interval, double worst, double mildest, boolean pastWarning, boolean pastCritical,
                                double warning, double critical, String warningLine, String criticalLine) {
        if (pastCritical && mildest > critical) {
            return new Alert(AlertLevel.CRITICAL, SafetyState.ACT, Severity.HIGH, EvidenceStrength.ASSURED, change, interval,
                "assured past the " + criticalLine + " line");
        }
        if (pastCritical && mildest > warning) {
            return new Alert(AlertLevel.CRITICAL, SafetyState.ACT, Severity.HIGH, EvidenceStrength.STRADDLES, change, interval,
                "past the " + criticalLine + " line, which its interval straddles; assured past the " + warningLine + " line");
        }
        if (pastWarning && mildest > warning) {
            boolean straddles = worst > critical;
            return new Alert(AlertLevel.WARNING, SafetyState.ACT, Severity.MEDIUM,
                straddles ? EvidenceStrength.STRADDLES : EvidenceStrength.ASSURED, change, interval,
                straddles ? "straddles the " + criticalLine + " line" : "assured past the " + warningLine + " line");
        }
        if (pastWarning && mildest > 0) {
            return new Alert(AlertLevel.WARNING, SafetyState.WATCH, Severity.MEDIUM, EvidenceStrength.STRADDLES, change, interval,
                "straddles the " + warningLine + " line");
        }
        if (pastWarning) {
            return new Alert(AlertLevel.NONE, SafetyState.NOT_ENOUGH_EVIDENCE, Severity.PROVISIONAL_MEDIUM,
                EvidenceStrength.NOT_ENOUGH_EVIDENCE, change, interval, "past the " + warningLine + " line, but chance explains it");
        }
        if (mildest > 0) {
            boolean straddles = worst > warning;
            return new Alert(AlertLevel.NONE, SafetyState.WATCH, Severity.LOW,
                straddles ? EvidenceStrength.STRADDLES : EvidenceStrength.ASSURED, change, interval,
                straddles ? "straddles the " + warningLine + " line" : "moved, within the " + warningLine + " line");
        }
        return new Alert(AlertLevel.NONE, SafetyState.OK, Severity.LOW,
            worst > warning ? EvidenceStrength.LIKELY : EvidenceStrength.ASSURED, change, interval, "within the limits");
    }

    private static boolean below(Tally current, Tally base, BigDecimal ratio) {
        BigDecimal left = BigDecimal.valueOf(current.successes()).multiply(BigDecimal.valueOf(base.trials()));
        BigDecimal right = BigDecimal.valueOf(base.successes()).multiply(BigDecimal.valueOf(current.trials())).multiply(ratio);
        return left.compareTo(right) < 0;
    }

    /** MOVER on the logarithms: the two intervals are independent (Donner and Zou 2012, Statist. Med. 31). */
    private static Interval ratioInterval(double base, Interval baseInterval, double current, Interval currentInterval) {
        double log = Math.log(current / base);
        double down = Math.hypot(Math.log(current / positive(currentInterval.lower(), current)), Math.log(baseInterval.upper() / base));
        double up = Math.hypot(Math.log(currentInterval.upper() / current), Math.log(base / positive(baseInterval.lower(), base)));
        return new Interval(Math.exp(log - down), Math.exp(log + up));
    }

    private static double positive(double bound, double value) {
        return bound > 0 ? bound : value * 1e-3;
    }

    double confidence(int tests) {
        return Bonferroni.confidenceOfEach(Math.max(1, tests), policy.number("monitor.confidence"));
    }

    double z() {
        return new NormalDistribution().inverseCumulativeProbability(0.5 + policy.number("monitor.confidence") / 2);
    }

    private static String line(BigDecimal ratio) {
        return Math.round(ratio.doubleValue() * 100) + "%";
    }
}
