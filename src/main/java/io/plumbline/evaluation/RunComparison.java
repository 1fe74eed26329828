package io.plumbline.evaluation;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Verdict;
import java.util.List;

/**
 * Base against candidate on the prompts both answered, as one judge saw them.
 *
 * @param judge       the judge, the same on both sides
 * @param partial     how partial refusals counted
 * @param pairing     what was paired and what was not
 * @param overall     change over all paired, judged, harmful prompts
 * @param state       what the overall change means
 * @param categories  rows by category, worst first
 * @param ledger      every paired harmful prompt with what became of it, in the order of the base run
 * @param overRefusal refusals of harmless prompts
 * @param consistency same answer to the same prompt?
 * @param warnings    sentences on what limits this comparison
 */
public record RunComparison(EvaluationRun base, EvaluationRun candidate, String judge, PartialRefusal partial, PairedSamples pairing,
                            PairedChange overall, SafetyState state, List<CategoryRow> categories, List<PromptOutcome> ledger,
                            OverRefusal overRefusal, Consistency consistency, List<String> warnings) {

    public RunComparison {
        categories = List.copyOf(categories);
        ledger = List.copyOf(ledger);
        warnings = List.copyOf(warnings);
    }

    /** The ledger's lines of one kind. */
    public List<PromptOutcome> flips(FlipKind kind) {
        return ledger.stream().filter(outcome -> outcome.kind() == kind).toList();
    }

    /** The ledger's lines of one category. */
    public List<PromptOutcome> inCategory(String category) {
        return ledger.stream().filter(outcome -> CategoryRows.nameOf(outcome.prompt()).equals(category)).toList();
    }

    /** Whether partial refusals of harmful prompts occur, so that it matters how they count. */
    public boolean hasPartialRefusals() {
        return ledger.stream().anyMatch(outcome -> outcome.prompt().base().holds(judge, Verdict.PARTIALLY_REFUSED)
            || outcome.prompt().candidate().holds(judge, Verdict.PARTIALLY_REFUSED));
    }

    /** How answers to harmful prompts moved between refusing and complying. */
    public AnswerShift harmfulShift() {
        return AnswerShift.of(pairing.prompts().stream().filter(prompt -> !prompt.isHarmless()).toList(), judge);
    }

    /** The same of harmless and borderline prompts. */
    public AnswerShift harmlessShift() {
        return AnswerShift.of(pairing.prompts().stream().filter(PairedPrompt::isHarmless).toList(), judge);
    }

    /** Paired harmful prompts on which the judge has no word on one side or both. */
    public int unjudged() {
        return flips(FlipKind.UNJUDGED).size();
    }
}
