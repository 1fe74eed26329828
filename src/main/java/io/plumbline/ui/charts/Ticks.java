package io.plumbline.ui.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where axes are labelled: round values, and days that people use. */
public final class Ticks {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private Ticks() {
    }

    /** Round values inside [low, high], about as many as wanted. */
    public static double[] values(double low, double high, int wanted) {
        double raw = (high - low) / Math.max(1, wanted);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double round : ROUND) {
            if (round * power >= raw * 0.999) {
                step = round * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Days inside the view: every day, every Monday, the 1st and 15th, months or years, by what fits. */
    public static List<LocalDate> days(TimeScale scale, double pixelsPerLabel) {
        LocalDate first = LocalDate.ofEpochDay((long) Math.ceil(scale.from()));
        LocalDate last = LocalDate.ofEpochDay((long) Math.floor(scale.to() - 1e-9));
        double days = scale.to() - scale.from();
        double most = Math.max(1, (scale.right() - scale.left()) / pixelsPerLabel);
        List<LocalDate> labels = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (labelled(day, days / most)) {
                labels.add(day);
            }
        }
        return labels;
    }

    private static boolean labelled(LocalDate day, double daysPerLabel) {
        if (daysPerLabel <= 1) {
            return true;
        }
        if (daysPerLabel <= 7) {
            return day.getDayOfWeek().getValue() == 1;
        }
        if (daysPerLabel <= 14) {
            return day.getDayOfMonth() == 1 || day.getDayOfMonth() == 15;
        }
        if (daysPerLabel <= 31) {
            return day.getDayOfMonth() == 1;
        }
        long months = Math.max(2, (long) Math.ceil(daysPerLabel / 30));
        return day.getDayOfMonth() == 1 && ChronoUnit.MONTHS.between(LocalDate.of(2000, 1, 1), day) % months == 0;
    }
}
