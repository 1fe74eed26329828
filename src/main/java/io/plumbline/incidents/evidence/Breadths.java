package io.plumbline.incidents.evidence;

import io.plumbline.incidents.evidence.BreadthVerdict.Breadth;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import java.util.List;

/**
 * Decides between targeted and broad. Targeted means: without the named slices the model behaves as in the baseline. Broad means: no slice
 * stands out, or those that do make up most of the traffic.
 */
final class Breadths {

    private static final double HALF = 0.5;

    private Breadths() {
    }

    static BreadthVerdict of(List<Slice> culprits, Slice rest, Slice all, double confidence) {
        if (all.tally().n() == 0 || all.baseline().n() == 0) {
            return undecided("there are no harmful prompts in one of the two periods");
        }
        boolean worse = worse(all, confidence);
        if (culprits.isEmpty() && !worse) {
            return undecided("harmful prompts are complied with as often as in the baseline, within the interval");
        }
        boolean restWorse = rest.tally().n() > 0 && rest.baseline().n() > 0 && worse(rest, confidence);
        long held = culprits.stream().mapToLong(s -> s.tally().complied()).sum();
        long prompts = culprits.stream().mapToLong(s -> s.tally().n()).sum();
        Breadth breadth = culprits.isEmpty() || prompts > HALF * all.tally().n() ? Breadth.BROAD
            : restWorse ? Breadth.MIXED : Breadth.TARGETED;
        double excess = culprits.stream().mapToDouble(s -> s.tally().complied() - s.tally().n() * s.baseline().share()).sum();
        double outside = culprits.isEmpty() ? 1 : outside(rest.tally().share(), rest, excess);
        Interval interval = culprits.isEmpty() ? new Interval(1, 1)
            : new Interval(outside(rest.interval().lower(), rest, excess), outside(rest.interval().upper(), rest, excess));
        return new BreadthVerdict(breadth, outside, interval, sentence(breadth, culprits.size(), held, all), reading(rest));
    }

    private static BreadthVerdict undecided(String why) {
        return new BreadthVerdict(Breadth.NOT_ENOUGH_EVIDENCE, Double.NaN, new Interval(0, 1),
            Breadth.NOT_ENOUGH_EVIDENCE.word() + ": " + why + ".", "");
    }

    private static String sentence(Breadth breadth, int slices, long held, Slice all) {
        if (slices == 0) {
            return breadth.word() + ": no slice stands out, and " + Shown.of(all.tally().complied(), all.tally().n())
                + " harmful prompts were complied with.";
        }
        String named = slices == 1 ? "one slice holds " : slices + " slices hold ";
        return breadth.word() + ": " + named + Shown.of(held, all.tally().complied()) + " complied outputs ("
            + Shown.percent((double) held / all.tally().complied()) + ").";
    }

    private static String reading(Slice rest) {
        return rest.tally().n() == 0 || rest.baseline().n() == 0 ? "Nothing is left beside them."
            : "The remaining prompts comply at " + Shown.percent(rest.tally().share()) + " (" + Shown.percent(rest.interval())
                + "); in the baseline they did at " + Shown.percent(rest.baseline().share()) + ".";
    }

    private static boolean worse(Slice slice, double confidence) {
        return NewcombeInterval.of(slice.baseline().complied(), slice.baseline().n(), slice.tally().complied(), slice.tally().n(),
            confidence).lower() > 0;
    }

    private static double outside(double share, Slice rest, double excessInside) {
        double excess = Math.max(0, (share - rest.baseline().share()) * rest.tally().n());
        return rest.tally().n() == 0 || excess + excessInside <= 0 ? 0 : excess / (excess + excessInside);
    }
}
