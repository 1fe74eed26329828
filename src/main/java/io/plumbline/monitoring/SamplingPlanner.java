package io.plumbline.monitoring;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.stats.power.NeymanAllocation;
import io.plumbline.stats.power.SampleOfTraffic;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans how much of the traffic to read (R28, R29): the share for a change that is to be found, and the change that a share shows, from the
 * workspace's own baseline and traffic.
 */
public final class SamplingPlanner {

    private final Policy policy;
    private final Map<String, Tally> baseline = new TreeMap<>();
    private final Map<String, Double> perDay = new TreeMap<>();

    /** Reads baseline and traffic; {@link #plan} then only computes. */
    public SamplingPlanner(ProductionLog log, Policy policy, Decisions decisions) {
        this.policy = policy;
        Set<LocalDate> baselineDays = new HashSet<>(new BaselineDays(log, policy, decisions).days());
        Set<LocalDate> days = new HashSet<>();
        for (DailyCell cell : log.dailyCells(LogFilter.everything())) {
            days.add(cell.date());
            List<String> names = LogSnapshot.isHarm(cell) ? List.of(SamplingAnalysis.HARMFUL, cell.category()) : List.of(cell.category());
            names.forEach(name -> perDay.merge(name, cell.weight(), Double::sum));
            if (baselineDays.contains(cell.date())) {
                names.forEach(name -> baseline.merge(name, Tally.NONE.plus(cell), Tally::plus));
            }
        }
        perDay.replaceAll((name, weight) -> weight / days.size());
    }

    /** What can be planned for: all harm-category prompts first, then each category. */
    public List<String> subjects() {
        List<String> names = new ArrayList<>();
        if (baseline.containsKey(SamplingAnalysis.HARMFUL)) {
            names.add(SamplingAnalysis.HARMFUL);
        }
        baseline.keySet().stream().filter(n -> !n.equals(SamplingAnalysis.HARMFUL) && !n.equals(LogRecord.BENIGN)).forEach(names::add);
        return names;
    }

    /**
     * A plan.
     *
     * @param subject      what is watched
     * @param windowDays   days that are judged together
     * @param baselineRate refusal rate of the baseline
     * @param baselineN    its effective records
     * @param traffic      records of the subject in the window
     * @param change       relative fall that was asked for
     * @param shareNeeded  share of the traffic that finds it; above 1 where all of it is not enough, infinite where the baseline is too small
     * @param share        share that was asked for
     * @param changeFound  smallest relative fall that it shows; infinite where it shows none
     * @param alpha        level of the test
     * @param power        chance to find the change
     */
    public record Plan(String subject, int windowDays, double baselineRate, double baselineN, double traffic, double change, double shareNeeded,
                       double share, double changeFound, double alpha, double power) {
    }

    /**
     * One kind of traffic under a risk-based plan.
     *
     * @param category  "benign" or a harm category
     * @param perDay    records a day
     * @param rate      refusal rate of the baseline
     * @param inclusion chance with which each record should be kept
     */
    public record Stratum(String category, double perDay, double rate, double inclusion) {
    }

    /**
     * How to spend a number of records a day on kinds of traffic.
     *
     * @param strata        most often kept first
     * @param standardError of the overall refusal rate over the window
     * @param ofRandom      of a plain random sample with as many records
     */
    public record Allocation(List<Stratum> strata, double standardError, double ofRandom) {
    }

    /**
     * @param change relative fall to be found, between 0 and 1
     * @param share  share of the traffic read, in (0, 1]
     * @throws InputException where the workspace has no such traffic on its baseline days, or a number is out of range
     */
    public Plan plan(String subject, int windowDays, double change, double share) {
        Tally usual = baseline.get(subject);
        if (usual == null || usual.isEmpty()) {
            throw new InputException(baseline.isEmpty() ? "The workspace has no production log to plan for. Import one first."
                : "The baseline days hold no " + subject + ". Choose one of: " + String.join(", ", subjects()) + ".");
        }
        if (!(change > 0 && change < 1) || !(share > 0 && share <= 1) || windowDays < 1) {
            throw new InputException("A plan needs a relative change between 0 and 1, a share above 0 and up to 1, and at least one day.");
        }
        if (usual.rate() == 0) {
            throw new InputException("Nothing of " + subject + " was refused on the baseline days, so no fall can be planned for.");
        }
        double traffic = perDay.get(subject) * windowDays;
        SampleOfTraffic sample = new SampleOfTraffic(usual.rate(), usual.effectiveN(), traffic, policy.number("monitor.alpha"),
            policy.number("sampling.power"));
        return new Plan(subject, windowDays, usual.rate(), usual.effectiveN(), traffic, change, sample.shareFor(change), share,
            sample.decreaseFor(share), sample.alpha(), sample.power());
    }

    /** Divides a share of all traffic between harm categories and benign requests so that the overall refusal rate is known best. */
    public Allocation allocate(int windowDays, double share) {
        List<String> names = baseline.keySet().stream().filter(n -> !n.equals(SamplingAnalysis.HARMFUL)).toList();
        double[] sizes = names.stream().mapToDouble(n -> perDay.get(n) * windowDays).toArray();
        double[] rates = names.stream().mapToDouble(n -> baseline.get(n).rate()).toArray();
        if (sizes.length == 0) {
            throw new InputException("The workspace has no production log to plan for. Import one first.");
        }
        double all = Arrays.stream(sizes).sum();
        double[] parts = NeymanAllocation.of(sizes, rates, share * all);
        List<Stratum> strata = new ArrayList<>();
        double refused = 0;
        for (int i = 0; i < sizes.length; i++) {
            strata.add(new Stratum(names.get(i), sizes[i] / windowDays, rates[i], Math.min(1, parts[i] / sizes[i])));
            refused += rates[i] * sizes[i];
        }
        strata.sort((a, b) -> Double.compare(b.inclusion(), a.inclusion()));
        double rate = refused / all;
        return new Allocation(strata, NeymanAllocation.standardError(sizes, rates, parts),
            NeymanAllocation.standardError(new double[] {all}, new double[] {rate}, new double[] {share * all}));
    }
}
