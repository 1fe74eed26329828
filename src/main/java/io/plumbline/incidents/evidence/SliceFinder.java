package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SafetyState;
import io.plumbline.stats.Interval;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import io.plumbline.stats.proportion.FisherExactTest;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds where the harmful answers are. The slice whose answers stand out most is taken, its records are set aside, and what is left is
 * searched again, until nothing stands out: so a trigger that works in every category does not make every category look guilty.
 */
final class SliceFinder {

    private static final int MOST_CULPRITS = 6;
    private static final int MOST_OTHERS = 5;

    private final ProductionLog log;
    private final Policy policy;
    private final double confidence;

    SliceFinder(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
        this.confidence = policy.number("monitor.confidence");
    }

    /** What one search found, with the traffic it was found in. */
    record Search(SliceTable table, HarmfulTraffic before, HarmfulTraffic now) {
    }

    Search search(Comparison comparison, Progress progress) {
        LogFilter window = comparison.window().of(comparison.harmful());
        Set<String> tokens = TokenCandidates.in(log, window, policy.count("incident.slice.minimum"), progress);
        HarmfulTraffic now = HarmfulTraffic.read(log, window, tokens, progress);
        HarmfulTraffic before = HarmfulTraffic.read(log, comparison.baseline().of(comparison.harmful()), tokens, progress);
        return new Search(new Round(comparison, before, now).run(progress), before, now);
    }

    /** The state of a slice by the category limits of the policy. */
    private SafetyState state(Tally tally, Tally baseline) {
        return state(tally, baseline, 1 - policy.number("alert.category.warning"));
    }

    /** @param warning the share of the baseline's refusal rate below which a warning begins */
    private SafetyState state(Tally tally, Tally baseline, double warning) {
        if (tally.n() == 0 || baseline.n() == 0) {
            return SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        double normal = baseline.refusal();
        double line = normal * warning;
        Interval refusal = tally.refusalInterval(confidence);
        if (refusal.upper() < line) {
            return SafetyState.ACT;
        }
        if (tally.n() < policy.count("monitor.category.minimum")) {
            return SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        if (tally.refusal() < line && refusal.upper() < normal) {
            return SafetyState.WATCH;
        }
        return refusal.lower() >= line ? SafetyState.OK : SafetyState.NOT_ENOUGH_EVIDENCE;
    }

    /** One search, with what it has set aside so far. */
    private final class Round {

        private final Comparison comparison;
        private final HarmfulTraffic before;
        private final HarmfulTraffic now;
        private final Map<SliceKey, Tally> baselines;
        private final List<Slice> culprits = new ArrayList<>();
        private BitSet left;
        private BitSet leftBefore;
        private Predicate<MeasuredRecord> untouched = record -> true;
        private int tested;

        Round(Comparison comparison, HarmfulTraffic before, HarmfulTraffic now) {
            this.comparison = comparison;
            this.before = before;
            this.now = now;
            this.left = now.everything();
            this.leftBefore = before.everything();
            this.baselines = before.tallies(leftBefore);
        }

        SliceTable run(Progress progress) {
            List<Tested> round = test();
            tested = round.size();
            Optional<Tested> worst = worst(round);
            while (worst.isPresent() && culprits.size() < MOST_CULPRITS) {
                progress.check();
                setAside(worst.get());
                round = test();
                worst = worst(round);
            }
            List<Slice> others = round.stream().filter(t -> t.key().dimension() != SliceDimension.TOKEN)
                .sorted(Comparator.comparing((Tested t) -> rank(t.state())).thenComparing(Tested::lift, Comparator.reverseOrder()))
                .collect(OnePerDimension::new, OnePerDimension::add, OnePerDimension::addAll).kept.values().stream()
                .limit(MOST_OTHERS).map(t -> row(t, t.key().label())).toList();
            Slice rest = whole("Everything else", now.tally(left), before.tally(leftBefore), now.usersOf(left), untouched);
            Slice all = whole("All harmful prompts", now.all(), before.all(), now.reach().users(), record -> true);
            return new SliceTable(culprits, others, rest, all, tested, now.reach(), Breadths.of(culprits, rest, all, confidence));
        }

        private List<Tested> test() {
            Tally all = now.tally(left);
            int minimum = policy.count("incident.slice.minimum");
            List<Map.Entry<SliceKey, Tally>> entries = now.tallies(left).entrySet().stream()
                .filter(e -> e.getValue().n() >= minimum && e.getValue().n() < all.n()).toList();
            double[] p = entries.stream().mapToDouble(e -> {
                Tally in = e.getValue();
                Tally out = all.minus(in);
                return FisherExactTest.twoSided(in.complied(), in.refused(), out.complied(), out.refused());
            }).toArray();
            double[] adjusted = BenjaminiHochberg.adjust(p);
            List<Tested> round = new ArrayList<>(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                round.add(tested(entries.get(i).getKey(), entries.get(i).getValue(), all, adjusted[i]));
            }
            return round;
        }

        private Tested tested(SliceKey key, Tally tally, Tally all, double adjustedP) {
            Tally own = baselines.getOrDefault(key, Tally.NONE);
            boolean known = own.n() >= policy.count("monitor.category.minimum");
            Tally baseline = known ? own : before.all();
            return new Tested(key, tally, all.minus(tally), adjustedP, baseline,
                known ? Slice.Comparator.SAME_SLICE : Slice.Comparator.ALL_HARMFUL, state(tally, baseline));
        }

        private Optional<Tested> worst(List<Tested> round) {
            double alpha = policy.number("monitor.alpha");
            return round.stream()
                .filter(t -> t.adjustedP() < alpha && t.tally().share() > t.outside().share())
                .filter(t -> t.state() == SafetyState.ACT || t.state() == SafetyState.WATCH)
                .max(Comparator.comparingDouble(Tested::surprise)
                    .thenComparing(t -> t.key().dimension(), Comparator.reverseOrder())
                    .thenComparing(t -> t.key().value(), Comparator.reverseOrder()));
        }

        private void setAside(Tested worst) {
            culprits.add(row(worst, withoutTheCulprits(worst.key().label())));
            left.andNot(now.members(worst.key(), left));
            leftBefore.andNot(before.members(worst.key(), leftBefore));
            untouched = untouched.and(worst.key().matcher().negate());
        }

        private String withoutTheCulprits(String label) {
            return culprits.isEmpty() ? label
                : label + (culprits.size() == 1 ? ", without the row above" : ", without the " + culprits.size() + " rows above");
        }

        private Slice row(Tested t, String label) {
            BitSet members = now.members(t.key(), left);
            return new Slice(Optional.of(t.key()), label, t.tally(), t.tally().shareInterval(confidence), t.lift(), t.adjustedP(),
                now.usersOf(members), t.baseline(), t.comparedWith(), t.state(), complied(untouched.and(t.key().matcher()), label));
        }

        private Slice whole(String label, Tally tally, Tally baseline, long users, Predicate<MeasuredRecord> which) {
            Interval interval = tally.n() == 0 ? new Interval(0, 1) : tally.shareInterval(confidence);
            return new Slice(Optional.empty(), label, tally, interval, Double.NaN, Double.NaN, users, baseline,
                Slice.Comparator.SAME_SLICE, state(tally, baseline, policy.number("alert.overall.warning")), complied(which, label));
        }

        private RecordsBehind complied(Predicate<MeasuredRecord> which, String label) {
            return new RecordsBehind(comparison.window().of(comparison.harmful()),
                record -> record.countsAsAnswered() && which.test(record), label + ", complied, " + comparison.window().label());
        }
    }

    private static int rank(SafetyState state) {
        return switch (state) {
            case ACT -> 0;
            case WATCH -> 1;
            case NOT_ENOUGH_EVIDENCE -> 2;
            case OK -> 3;
        };
    }

    /** A slice with the outcome of its test. */
    private record Tested(SliceKey key, Tally tally, Tally outside, double adjustedP, Tally baseline, Slice.Comparator comparedWith,
                          SafetyState state) {

        double lift() {
            return tally.share() / outside.share();
        }

        /** Likelihood-ratio statistic: ranks as the p-value does, but does not run out of digits. */
        double surprise() {
            return term(tally) + term(outside);
        }

        private double term(Tally part) {
            double overall = (double) (tally.complied() + outside.complied()) / (tally.n() + outside.n());
            return logTerm(part.complied(), part.n() * overall) + logTerm(part.refused(), part.n() * (1 - overall));
        }

        private static double logTerm(long seen, double expected) {
            return seen == 0 ? 0 : 2 * seen * Math.log(seen / expected);
        }
    }

    /** The first slice of each dimension: a table of six hours of the day tells no more than the worst of them. */
    private static final class OnePerDimension {
        private final Map<SliceDimension, Tested> kept = new EnumMap<>(SliceDimension.class);

        void add(Tested tested) {
            kept.putIfAbsent(tested.key().dimension(), tested);
        }

        void addAll(OnePerDimension more) {
            more.kept.values().forEach(this::add);
        }
    }
}
