package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import io.plumbline.stats.control.PChart;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Control limits of a daily rate. They move with the day's n; a baseline of few days gives wider, t-based ones, because "3 sigma" from
 * ten days alarms every few weeks on nothing (REQUIREMENTS section 4, NannyML row).
 */
final class ControlLimits {

    /** Expected absolute moving range of two standard normal values (Montgomery 2013, table VI: d2 for n = 2). */
    private static final double D2 = 1.128;

    private final double center;
    private final double width;
    private final String note;

    private ControlLimits(double center, double width, String note) {
        this.center = center;
        this.width = width;
        this.note = note;
    }

    /**
     * @param center       rate of the baseline
     * @param baselineDays tallies of its days
     * @param method       p-chart, or Laney's p′ for days that vary more than chance alone
     * @param sigma        width in standard errors
     * @param enough       fewest baseline days for a normal width
     */
    static ControlLimits of(double center, List<Tally> baselineDays, DriftRequest.LimitMethod method, double sigma, int enough) {
        int days = baselineDays.size();
        if (Double.isNaN(center) || days < 2) {
            return new ControlLimits(Double.NaN, 0, "no limits: the baseline has " + (days == 1 ? "one day" : "no days") + " of this");
        }
        double width = sigma;
        String note = method.word() + ", " + Math.round(sigma) + "σ";
        if (days < enough) {
            double tail = new NormalDistribution().cumulativeProbability(-sigma);
            width = new TDistribution(days - 1.0).inverseCumulativeProbability(1 - tail) * Math.sqrt(1 + 1.0 / days);
            note = method.word() + ", t-based: the baseline has only " + days + " days";
        }
        if (method == DriftRequest.LimitMethod.LANEY) {
            width *= spreadBeyondChance(center, baselineDays);
        }
        return new ControlLimits(center, width, note);
    }

    /** Laney (2002), "Improved control charts for attributes", Quality Engineering 14: σz from the moving range of the standardised days. */
    private static double spreadBeyondChance(double center, List<Tally> days) {
        double sum = 0;
        double before = Double.NaN;
        int ranges = 0;
        for (Tally day : days) {
            double error = Math.sqrt(center * (1 - center) / day.trials());
            double z = error == 0 ? 0 : (day.rate() - center) / error;
            if (!Double.isNaN(before)) {
                sum += Math.abs(z - before);
                ranges++;
            }
            before = z;
        }
        return ranges == 0 ? 1 : sum / ranges / D2;
    }

    Optional<Interval> at(long trials) {
        if (Double.isNaN(center) || trials < 1) {
            return Optional.empty();
        }
        return width > 0 ? Optional.of(PChart.limits(center, trials, width)) : Optional.of(new Interval(center, center));
    }

    String note() {
        return note;
    }
}
