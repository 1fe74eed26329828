package io.plumbline.evaluation;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.SafetyState;
import io.plumbline.store.EvaluationRuns;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Compares two evaluation runs of a workspace on the prompts that both answered and one judge scored on both sides. It remembers the comparison
 * it made last, as long as memory allows: the frame of the window, Overview and Compare ask for the same pair one after the other, and runs never
 * change. To be used by any thread; who asks for a comparison that another thread is making waits for that one.
 */
public final class RunComparator {

    private final EvaluationRuns runs;
    private SoftReference<Asked> last = new SoftReference<>(null);

    public RunComparator(EvaluationRuns runs) {
        this.runs = runs;
    }

    /** The judges that scored both runs, best first; empty where there is none. */
    public List<String> judges(String base, String candidate) {
        return SharedJudges.of(run(base), run(candidate)).names();
    }

    /** Throws {@link InputException} where the runs can't be compared, {@link UnknownJudgeException} where the judge named can't be used. */
    public RunComparison compare(ComparisonRequest request, Policy policy) {
        EvaluationRun base = run(request.base());
        EvaluationRun candidate = run(request.candidate());
        if (base.id().equals(candidate.id())) {
            throw new InputException("Base and candidate are the same run, " + base.displayName() + ". Choose two different runs.");
        }
        requireSafety(base);
        requireSafety(candidate);
        Comparand comparand = new Comparand(base, candidate, SharedJudges.of(base, candidate).choose(request.judge()), request.partial(), policy);
        Asked own = new Asked(comparand, new CompletableFuture<>());
        Asked standing = standing(own);
        if (standing != own) {
            try {
                return standing.answer().join();
            } catch (CompletionException failed) {
                // Whoever asks meets what is wrong as the first one did.
                return compare(comparand);
            }
        }
        try {
            RunComparison comparison = compare(comparand);
            own.answer().complete(comparison);
            return comparison;
        } catch (RuntimeException | Error failure) {
            forget(own);
            own.answer().completeExceptionally(failure);
            throw failure;
        }
    }

    /** What was asked last where it is the same, else {@code now}, which stands from then on. */
    private synchronized Asked standing(Asked now) {
        Asked before = last.get();
        if (before != null && before.comparand().equals(now.comparand())) {
            return before;
        }
        last = new SoftReference<>(now);
        return now;
    }

    private synchronized void forget(Asked failed) {
        if (last.get() == failed) {
            last = new SoftReference<>(null);
        }
    }

    private RunComparison compare(Comparand comparand) {
        EvaluationRun base = comparand.base();
        EvaluationRun candidate = comparand.candidate();
        // A machine has two processors at least, and a person waits.
        CompletableFuture<AnswerTable> answered = CompletableFuture.supplyAsync(() -> runs.answers(candidate.id()));
        PairedSamples pairing = PairedSamples.pair(base, runs.answers(base.id()), candidate, answered.join());
        if (pairing.prompts().isEmpty()) {
            throw new InputException("None of the " + pairing.basePrompts() + " prompts of " + base.displayName() + " (" + base.file()
                + ") is among the " + pairing.candidatePrompts() + " of " + candidate.displayName() + " (" + candidate.file()
                + "). Compare two runs on the same suite.");
        }
        return compare(base, candidate, comparand.judge(), comparand.partial(), pairing, comparand.policy());
    }

    private static RunComparison compare(EvaluationRun base, EvaluationRun candidate, String judge, PartialRefusal partial,
                                         PairedSamples pairing, Policy policy) {
        List<PromptOutcome> ledger = pairing.prompts().stream().filter(prompt -> !prompt.isHarmless())
            .map(prompt -> new PromptOutcome(prompt, PromptVerdict.safety(prompt.base(), judge, partial),
                PromptVerdict.safety(prompt.candidate(), judge, partial))).toList();
        PairedChange overall = CategoryRows.change(ledger, policy);
        List<CategoryRow> categories = new CategoryRows(policy).of(ledger, pairing.categoriesOfOneSide());
        return new RunComparison(base, candidate, judge, partial, pairing, overall, overallState(overall, policy), categories, ledger,
            overRefusal(pairing, judge), Consistency.of(ledger, harmless(pairing, judge), policy.count("gate.minimum.repeats")),
            warnings(pairing, ledger, overall));
    }

    private static void requireSafety(EvaluationRun run) {
        if (!run.isOnSafety()) {
            throw new InputException(run.suite() + " by " + run.displayName() + " (" + run.file() + ") holds "
                + (run.purpose() == RunPurpose.SAFETY ? "rates" : run.purpose().title()) + ", no answers to safety prompts. Choose a run on safety; capability is shown beside it.");
        }
    }

    private EvaluationRun run(String reference) {
        return runs.find(reference).orElseThrow(() -> new InputException("No run “" + reference
            + "” is in this workspace. `plumbline runs` lists them; a unique beginning of the id or the file name is enough."));
    }

    private static SafetyState overallState(PairedChange overall, Policy policy) {
        BigDecimal enhanced = policy.exact("gate.overall.enhanced");
        if (!overall.isDefined()) {
            return SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        if (overall.decrease().exceeds(policy.exact("gate.overall.block"))) {
            return SafetyState.ACT;
        }
        boolean supported = overall.pValue() < policy.number("gate.alpha");
        if (overall.decrease().reaches(enhanced)) {
            return supported ? SafetyState.WATCH : SafetyState.NOT_ENOUGH_EVIDENCE;
        }
        boolean enough = overall.n() >= policy.count("gate.minimum.paired");
        if (enough && overall.interval().lower() > -enhanced.doubleValue()) {
            return SafetyState.OK;
        }
        return supported ? SafetyState.WATCH : SafetyState.NOT_ENOUGH_EVIDENCE;
    }

    private static List<PromptOutcome> harmless(PairedSamples pairing, String judge) {
        return pairing.prompts().stream().filter(PairedPrompt::isHarmless).map(prompt -> new PromptOutcome(prompt,
            PromptVerdict.refusal(prompt.base(), judge), PromptVerdict.refusal(prompt.candidate(), judge))).toList();
    }

    private static OverRefusal overRefusal(PairedSamples pairing, String judge) {
        int prompts = 0;
        int judged = 0;
        int baseRefused = 0;
        int candidateRefused = 0;
        for (PairedPrompt prompt : pairing.prompts()) {
            if (!prompt.isHarmless()) {
                continue;
            }
            prompts++;
            PromptVerdict before = PromptVerdict.refusal(prompt.base(), judge);
            PromptVerdict after = PromptVerdict.refusal(prompt.candidate(), judge);
            if (before.isScored() && after.isScored()) {
                judged++;
                baseRefused += before.holds() ? 1 : 0;
                candidateRefused += after.holds() ? 1 : 0;
            }
        }
        return new OverRefusal(prompts, judged, baseRefused, candidateRefused);
    }

    private static List<String> warnings(PairedSamples pairing, List<PromptOutcome> ledger, PairedChange overall) {
        List<String> warnings = new ArrayList<>();
        add(warnings, pairing.unpairedBase() + pairing.unpairedCandidate(), "Left out because the other run does not have them: "
            + pairing.unpairedBase() + " prompts of the base run, " + pairing.unpairedCandidate() + " of the candidate.");
        long unjudged = ledger.stream().filter(outcome -> outcome.kind() == FlipKind.UNJUDGED).count();
        add(warnings, unjudged, unjudged + " paired prompts have no verdict of this judge on both sides and count on neither.");
        add(warnings, pairing.otherWords(), pairing.otherWords()
            + " pairs share a key but not the words of the prompt, as attacks do that are tailored to each model.");
        add(warnings, pairing.repeated(), pairing.repeated()
            + " prompts were answered more than once; the majority counts as one answer, a tie as unsafe.");
        add(warnings, pairing.categoryDisagreements(), pairing.categoryDisagreements()
            + " pairs are in different categories in the two runs; the base run's category is used.");
        add(warnings, pairing.categoriesOfOneSide().size(), "Without a single pair: "
            + String.join(", ", pairing.categoriesOfOneSide().stream().limit(5).toList())
            + (pairing.categoriesOfOneSide().size() > 5 ? " and " + (pairing.categoriesOfOneSide().size() - 5) + " more" : "") + ".");
        long unspecified = ledger.stream().filter(outcome -> outcome.prompt().intent() == PromptIntent.UNSPECIFIED).count();
        add(warnings, unspecified, unspecified + " prompts do not say whether they ask for harm; they are counted as if they did.");
        if (overall.isClustered()) {
            warnings.add(overall.n() + " prompts come from " + overall.clusters() + (overall.clusters() == 1 ? " template or persona"
                : " templates or personas") + (Double.isNaN(overall.designEffect()) ? ", so nothing can be said of others."
                : "; design effect " + String.format(Locale.ROOT, "%.1f", overall.designEffect())
                    + ". Intervals and p-values are those of clusters where these are the more careful."));
        }
        if (overall.n() == 0) {
            warnings.add("No harmful prompt was judged on both sides, so nothing can be said on safety.");
        } else if (!overall.isDefined()) {
            warnings.add("The base model has no safe response on these prompts, so a relative change does not exist.");
        }
        return warnings;
    }

    private static void add(List<String> warnings, long occasions, String sentence) {
        if (occasions > 0) {
            warnings.add(sentence);
        }
    }

    /** All that a comparison depends on; ids of runs come from their content. */
    private record Comparand(EvaluationRun base, EvaluationRun candidate, String judge, PartialRefusal partial, Policy policy) {
    }

    private record Asked(Comparand comparand, CompletableFuture<RunComparison> answer) {
    }
}
