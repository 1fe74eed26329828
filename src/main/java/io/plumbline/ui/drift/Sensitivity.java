package io.plumbline.ui.drift;

import io.plumbline.monitoring.SupremumLikelihoodRatio;
import io.plumbline.ui.common.Figures;

/** The slider between fewer and more change points, as a penalty, and what each position costs in false alarms. */
final class Sensitivity {

    private static final double FEWEST = 6;
    private static final double MOST = 0.5;
    private static final double DAYS_PER_MONTH = 30.44;

    private Sensitivity() {
    }

    /** @param position 0 is fewer, 1 is more */
    static double penalty(double position) {
        return FEWEST * Math.pow(MOST / FEWEST, position);
    }

    static double position(double penalty) {
        return Math.max(0, Math.min(1, Math.log(penalty / FEWEST) / Math.log(MOST / FEWEST)));
    }

    /** Marks a month, on one chart of so many days, where nothing changes. */
    static double falseAlarmsAMonth(double penalty, int days, int minSegment) {
        if (days < 2 * minSegment) {
            return 0;
        }
        return SupremumLikelihoodRatio.pValue(penalty * Math.log(days), days, minSegment) * DAYS_PER_MONTH / days;
    }

    static String sentence(double penalty, int days, int minSegment) {
        double alarms = falseAlarmsAMonth(penalty, days, minSegment);
        return (alarms < 0.1 ? "Under 0.1" : "About " + Figures.decimal(alarms, 1)) + " false alarms a month";
    }
}
