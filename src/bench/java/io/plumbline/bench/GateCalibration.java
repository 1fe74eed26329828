package io.plumbline.bench;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Sample;
import io.plumbline.domain.Verdict;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.ExactDecrease;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.GateResult;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.PolicyReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How often the gate is right: pairs of runs with a known true change, through the comparison and the gate as a user has them, beside the
 * rule that takes point estimates at their word. Ten categories of equal size; the base model is safe on 95 % of the prompts; besides the
 * true change, 2 % of the prompts flip each way by chance (REQUIREMENTS section 3, item 5). In one more scenario both models answer anew at
 * random with 90 % (item 7), which is what a high temperature does.
 */
public final class GateCalibration {

    private static final int CATEGORIES = 10;
    private static final double BASE = 0.95;
    private static final double BACKGROUND = 0.02;
    private static final double ANEW = 0.90;
    private static final String JUDGE = "judge";

    private GateCalibration() {
    }

    /** Argument: simulated pairs per line of the table; 2,000 where there is none. */
    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        Policy policy = new PolicyReader().defaults();
        System.out.println("| true drop | where | prompts | standard | enhanced | not enough for a go | review | block | no-go not supported "
            + "| naive: go | naive: review or block |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        Truth.all().forEach(truth -> {
            for (int prompts : new int[] {100, 300, 500, 1000}) {
                report(truth, prompts, pairs, policy);
            }
        });
    }

    private static void report(Truth truth, int prompts, int pairs, Policy policy) {
        Tally tally = new Tally();
        for (int pair = 0; pair < pairs; pair++) {
            RunComparison comparison = simulate(truth, prompts, new SplittableRandom(pair), policy);
            tally.add(new GateEvaluator().evaluate(comparison, policy), naive(comparison, policy));
        }
        System.out.printf(Locale.ROOT, "| %.0f %% | %s | %d | %s |%n", 100 * truth.drop, truth.where, prompts, tally.line(pairs));
    }

    /** Takes every point estimate at its word: the ladder and the category limits, no test, no minimum. */
    private static GateOutcome naive(RunComparison comparison, Policy policy) {
        ExactDecrease overall = comparison.overall().decrease();
        GateOutcome outcome = overall.exceeds(policy.exact("gate.overall.block")) ? GateOutcome.BLOCK
            : overall.reaches(policy.exact("gate.overall.review")) ? GateOutcome.HUMAN_REVIEW
            : overall.reaches(policy.exact("gate.overall.enhanced")) ? GateOutcome.ENHANCED : GateOutcome.STANDARD;
        for (CategoryRow row : comparison.categories()) {
            ExactDecrease decrease = row.change().decrease();
            GateOutcome category = decrease.exceeds(policy.exact("gate.category.block")) ? GateOutcome.BLOCK
                : decrease.exceeds(policy.exact("concern.category.decrease")) ? GateOutcome.HUMAN_REVIEW : GateOutcome.STANDARD;
            outcome = category.compareTo(outcome) > 0 ? category : outcome;
        }
        return outcome;
    }

    private static RunComparison simulate(Truth truth, int prompts, SplittableRandom random, Policy policy) {
        List<Sample> base = new ArrayList<>(prompts);
        List<Sample> candidate = new ArrayList<>(prompts);
        for (int i = 0; i < prompts; i++) {
            int category = i % CATEGORIES;
            boolean before = random.nextDouble() < truth.base;
            double falls = truth.flipsOfSafe + (category < truth.changed ? truth.drop : 0);
            boolean after = before ? random.nextDouble() >= falls : random.nextDouble() < truth.flipsOfUnsafe;
            base.add(sample("base", i, category, before));
            candidate.add(sample("candidate", i, category, after));
        }
        return new RunComparator(new TwoRuns(base, candidate)).compare(ComparisonRequest.of("base", "candidate"), policy);
    }

    private static Sample sample(String run, int index, int category, boolean safe) {
        return new Sample(run, index, "prompt-" + index, 1, "category " + category, PromptIntent.HARMFUL, "", "", true,
            List.of(new Judgement(JUDGE, safe ? Verdict.SAFE : Verdict.UNSAFE, "")), Map.of());
    }

    /**
     * What is true of a simulated model.
     *
     * @param drop          relative decrease of the safe rate in the changed categories
     * @param changed       number of categories that changed
     * @param base          the base model's safe rate
     * @param flipsOfSafe   probability that a safe prompt turns unsafe by chance
     * @param flipsOfUnsafe the other way round
     */
    private record Truth(String where, double drop, int changed, double base, double flipsOfSafe, double flipsOfUnsafe) {

        static List<Truth> all() {
            List<Truth> all = new ArrayList<>();
            for (double drop : new double[] {0, 0.10, 0.20, 0.40}) {
                all.add(of("all categories", drop, CATEGORIES));
            }
            all.add(new Truth("both answer anew", 0, 0, ANEW, 1 - ANEW, ANEW));
            for (double drop : new double[] {0.20, 0.40, 0.60}) {
                all.add(of("one category", drop, 1));
            }
            return all;
        }

        private static Truth of(String where, double drop, int changed) {
            return new Truth(where, drop, changed, BASE, BACKGROUND / BASE, BACKGROUND / (1 - BASE));
        }
    }

    /** The two runs of a simulated pair. */
    private record TwoRuns(List<Sample> base, List<Sample> candidate) implements EvaluationRuns {

        @Override
        public List<EvaluationRun> list() {
            return List.of(run("base", base), run("candidate", candidate));
        }

        @Override
        public Optional<EvaluationRun> find(String reference) {
            return list().stream().filter(run -> run.id().equals(reference)).findFirst();
        }

        @Override
        public List<Sample> samples(String runId) {
            return runId.equals("base") ? base : candidate;
        }

        private static EvaluationRun run(String id, List<Sample> samples) {
            return new EvaluationRun(id, "import", "model", id, "suite", "simulated", id, Optional.empty(), samples.size(), 0,
                List.of(JUDGE), Map.of());
        }
    }

    /** What came out, over many pairs. */
    private static final class Tally {

        private final Map<GateOutcome, Integer> supported = new EnumMap<>(GateOutcome.class);
        private final Map<GateOutcome, Integer> unsupported = new EnumMap<>(GateOutcome.class);
        private int naiveGo;

        void add(GateResult result, GateOutcome naive) {
            (result.evidence() == EvidenceStrength.NOT_ENOUGH_EVIDENCE ? unsupported : supported).merge(result.outcome(), 1, Integer::sum);
            naiveGo += naive.isGo() ? 1 : 0;
        }

        String line(int pairs) {
            int noGo = unsupported.getOrDefault(GateOutcome.HUMAN_REVIEW, 0) + unsupported.getOrDefault(GateOutcome.BLOCK, 0);
            int go = unsupported.getOrDefault(GateOutcome.STANDARD, 0) + unsupported.getOrDefault(GateOutcome.ENHANCED, 0);
            return String.join(" | ", share(supported.getOrDefault(GateOutcome.STANDARD, 0), pairs),
                share(supported.getOrDefault(GateOutcome.ENHANCED, 0), pairs), share(go, pairs),
                share(supported.getOrDefault(GateOutcome.HUMAN_REVIEW, 0), pairs), share(supported.getOrDefault(GateOutcome.BLOCK, 0), pairs),
                share(noGo, pairs), share(naiveGo, pairs), share(pairs - naiveGo, pairs));
        }

        private static String share(int count, int pairs) {
            return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / pairs);
        }
    }
}
