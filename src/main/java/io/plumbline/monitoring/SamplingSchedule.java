package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.stats.power.NeymanAllocation;
import io.plumbline.stats.proportion.PooledZTest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proposes, step by step, the chance with which records of each kind should be kept, from what the kept ones showed before (R30). A kind whose
 * refusal rate moved beyond chance in the last step is read as fully as half of the budget allows; the rest is divided by Neyman's rule. Every
 * chance stays above a smallest one, so that no record weighs more than its inverse. Whoever exports writes the chance of each record beside it:
 * what comes next may then depend on what was seen, and weighted rates still estimate those of all traffic.
 */
public final class SamplingSchedule {

    private static final double MOVED_PART = 0.5;
    private static final double PRIOR = 0.5;

    private final int days;
    private final double share;
    private final double smallest;
    private final double alpha;

    /** Why a kind is kept with its chance. */
    public enum Reason {
        FIRST("nothing was seen before"), NEYMAN("by its size and spread"), MOVED("its rate moved"), SMALLEST("the smallest chance");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One kind of traffic in one step.
     *
     * @param category  "benign" or a harm category
     * @param perDay    records a day before sampling, as seen so far
     * @param rate      refusal rate, as seen so far
     * @param inclusion chance with which a record should be kept
     */
    public record Rate(String category, double perDay, double rate, double inclusion, Reason reason) {
    }

    /**
     * The chances for some days.
     *
     * @param kept share of the traffic that this keeps, by what was seen so far
     */
    public record Step(LocalDate from, LocalDate to, List<Rate> rates, double kept) {

        public Step {
            rates = List.copyOf(rates);
        }

        /** The chance of a kind; that of all traffic for one that was not seen before. */
        public double inclusion(String category) {
            return rates.stream().filter(r -> r.category().equals(category)).mapToDouble(Rate::inclusion).findFirst().orElse(Math.max(kept, 0));
        }
    }

    /**
     * @param days  length of a step
     * @param share of all traffic that is to be kept, in (0, 1]
     * @throws InputException where a number is out of range
     */
    public SamplingSchedule(Policy policy, int days, double share) {
        if (!(share > 0 && share <= 1) || days < 1) {
            throw new InputException("A schedule needs a share above 0 and up to 1, and steps of at least one day.");
        }
        this.days = days;
        this.share = share;
        this.smallest = Math.min(share, policy.number("sampling.smallest.inclusion"));
        this.alpha = policy.number("monitor.alpha");
    }

    /** A step for each stretch of the log, made from the stretches before it, and one for the days that come next. */
    public List<Step> of(Collection<DailyCell> cells) {
        if (cells.isEmpty()) {
            throw new InputException("The workspace has no production log to plan for. Import one first.");
        }
        LocalDate first = cells.stream().map(DailyCell::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = cells.stream().map(DailyCell::date).max(LocalDate::compareTo).orElseThrow();
        List<Step> steps = new ArrayList<>();
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(days)) {
            steps.add(step(cells, first, from));
        }
        steps.add(step(cells, first, last.plusDays(1)));
        return steps;
    }

    /** The step that begins on a day, from everything seen before it. */
    public Step step(Collection<DailyCell> cells, LocalDate first, LocalDate from) {
        Map<String, Tally> before = new TreeMap<>();
        Map<String, Tally> lately = new TreeMap<>();
        TreeSet<String> kinds = new TreeSet<>();
        for (DailyCell cell : cells) {
            kinds.add(cell.category());
            if (cell.date().isBefore(from)) {
                (cell.date().isBefore(from.minusDays(days)) ? before : lately).merge(cell.category(), Tally.NONE.plus(cell), Tally::plus);
            }
        }
        long seen = ChronoUnit.DAYS.between(first, from);
        LocalDate to = from.plusDays(days - 1L);
        if (lately.isEmpty() && before.isEmpty()) {
            return new Step(from, to, kinds.stream().map(kind -> new Rate(kind, Double.NaN, Double.NaN, share, Reason.FIRST)).toList(), share);
        }
        List<Rate> rates = rates(before, lately, seen);
        return new Step(from, to, rates, kept(rates));
    }

    private static double kept(List<Rate> rates) {
        return rates.stream().mapToDouble(r -> r.perDay * r.inclusion).sum() / rates.stream().mapToDouble(Rate::perDay).sum();
    }

    private List<Rate> rates(Map<String, Tally> before, Map<String, Tally> lately, long seenDays) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(lately.keySet());
        List<String> kinds = List.copyOf(names);
        double[] sizes = new double[kinds.size()];
        double[] rates = new double[kinds.size()];
        boolean[] moved = new boolean[kinds.size()];
        double all = 0;
        double movedSize = 0;
        for (int i = 0; i < sizes.length; i++) {
            Tally was = before.getOrDefault(kinds.get(i), Tally.NONE);
            Tally is = lately.getOrDefault(kinds.get(i), Tally.NONE);
            Tally both = was.plus(is);
            moved[i] = moved(was, is, kinds.size());
            Tally telling = moved[i] ? is : both;
            sizes[i] = both.weight() / seenDays;
            rates[i] = (telling.successes() + PRIOR) / (telling.trials() + 2 * PRIOR);
            all += sizes[i];
            movedSize += moved[i] ? sizes[i] : 0;
        }
        double budget = share * all;
        double forMoved = Math.min(movedSize, MOVED_PART * budget);
        double[] restSizes = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            restSizes[i] = moved[i] ? 0 : sizes[i];
        }
        double[] parts = all > movedSize ? NeymanAllocation.of(restSizes, rates, Math.max(budget - forMoved, smallest * all)) : new double[sizes.length];
        List<Rate> proposed = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            double inclusion = moved[i] ? forMoved / movedSize : sizes[i] == 0 ? share : parts[i] / sizes[i];
            proposed.add(new Rate(kinds.get(i), sizes[i], rates[i], Math.min(1, Math.max(smallest, inclusion)),
                moved[i] ? Reason.MOVED : inclusion < smallest ? Reason.SMALLEST : Reason.NEYMAN));
        }
        return proposed;
    }

    /** Whether the rate of the last step differs from that of the steps before, each kind being one of several looks. */
    private boolean moved(Tally was, Tally is, int kinds) {
        return was.trials() > 0 && is.trials() > 0 && !was.isEmpty() && !is.isEmpty()
            && PooledZTest.twoSided(was.successes(), was.trials(), is.successes(), is.trials()) * kinds < alpha;
    }
}
