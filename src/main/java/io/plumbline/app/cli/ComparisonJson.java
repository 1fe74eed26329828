package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.AnswerShift;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.DetectableDrop;
import io.plumbline.evaluation.Consistency;
import io.plumbline.evaluation.OverRefusal;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.pairwise.RaterAgreement;
import io.plumbline.stats.Interval;
import java.util.Locale;

/** A comparison as JSON. The keys are a contract; what does not exist is null. */
final class ComparisonJson {

    private ComparisonJson() {
    }

    static void write(ObjectNode document, RunComparison comparison, Policy policy) {
        document.set("base", run(document.objectNode(), comparison.base()));
        document.set("candidate", run(document.objectNode(), comparison.candidate()));
        document.put("judge", comparison.judge());
        document.put("partial", comparison.partial().name().toLowerCase(Locale.ROOT));
        document.put("paired", comparison.pairing().prompts().size());
        document.put("unpairedBase", comparison.pairing().unpairedBase());
        document.put("unpairedCandidate", comparison.pairing().unpairedCandidate());
        document.put("unjudged", comparison.unjudged());
        ObjectNode overall = document.putObject("overall");
        change(overall, comparison.overall());
        overall.put("harmfulFlips", comparison.overall().harmfulFlips());
        overall.put("beneficialFlips", comparison.overall().beneficialFlips());
        overall.put("state", comparison.state().name());
        ArrayNode categories = document.putArray("categories");
        comparison.categories().forEach(row -> {
            ObjectNode node = categories.addObject();
            category(node, row);
            double detectable = DetectableDrop.of(row.change().n(), comparison, policy);
            JsonOutput.put(node, "detectableDrop", detectable > 1 ? Double.NaN : detectable);
        });
        overRefusal(document.putObject("overRefusal"), comparison.overRefusal());
        shift(document.putObject("harmfulShift"), comparison.harmfulShift());
        shift(document.putObject("harmlessShift"), comparison.harmlessShift());
        consistency(document.putObject("consistency"), comparison.consistency());
        ArrayNode warnings = document.putArray("warnings");
        comparison.warnings().forEach(warnings::add);
    }

    private static ObjectNode run(ObjectNode node, EvaluationRun run) {
        return node.put("id", run.id()).put("model", run.displayName()).put("suite", run.suite()).put("file", run.file());
    }

    private static void change(ObjectNode node, PairedChange change) {
        node.putObject("base").put("n", change.n()).put("safe", change.baseSafe());
        node.putObject("candidate").put("n", change.n()).put("safe", change.candidateSafe());
        JsonOutput.put(node, "relativeChange", change.relative());
        JsonOutput.put(node, "points", change.points());
        interval(node, change.interval());
        JsonOutput.put(node, "pValue", change.pValue());
        JsonOutput.put(node, "pValueTwoSided", change.pTwoSided());
        node.put("clusters", change.clusters());
        JsonOutput.put(node, "designEffect", change.designEffect());
    }

    private static void category(ObjectNode node, CategoryRow row) {
        node.put("category", row.category());
        change(node, row.change());
        JsonOutput.put(node, "adjustedP", row.adjustedP());
        node.put("state", row.state().name());
        node.put("evidence", row.strength().name());
        node.put("harmfulFlips", row.change().harmfulFlips());
        node.put("beneficialFlips", row.change().beneficialFlips());
        if (row.needed() > 0) {
            node.put("needed", row.needed());
        } else {
            node.putNull("needed");
        }
    }

    private static void consistency(ObjectNode node, Consistency consistency) {
        node.put("prompts", consistency.prompts()).put("repeatsNeeded", consistency.runsNeeded());
        JsonOutput.put(node, "baseFlipIndex", consistency.baseFlipIndex());
        JsonOutput.put(node, "candidateFlipIndex", consistency.candidateFlipIndex());
        JsonOutput.put(node, "pValue", consistency.pValue());
        node.put("harmlessPrompts", consistency.neutral());
        JsonOutput.put(node, "excess", consistency.excess());
        JsonOutput.put(node, "excessP", consistency.excessP());
    }

    private static void interval(ObjectNode node, Interval interval) {
        if (Double.isFinite(interval.lower()) && Double.isFinite(interval.upper())) {
            node.putArray("interval").add(interval.lower()).add(interval.upper());
        } else {
            node.putNull("interval");
        }
    }

    /** Rows are the base's answers, columns the candidate's: refused, partly refused, complied. */
    private static void shift(ObjectNode node, AnswerShift shift) {
        ArrayNode rows = node.put("n", shift.n()).putArray("matrix");
        shift.counts().forEach(row -> row.forEach(rows.addArray()::add));
        node.put("towardComplying", shift.toward()).put("away", shift.away());
        JsonOutput.put(node, "pValue", shift.pValue());
        node.put("baseUncertain", shift.uncertain()).put("baseUncertainToward", shift.uncertainToward()).put("baseUncertainAway", shift.uncertainAway());
        JsonOutput.put(node, "baseUncertainP", shift.uncertainP());
    }

    /** What blind raters prefer. */
    static void quality(ObjectNode node, PairwiseResult result) {
        node.put("pairs", result.available()).put("rated", result.rated()).put("raters", result.raters().size()).put("base", result.base())
            .put("candidate", result.candidate()).put("ties", result.ties()).put("bothBad", result.bothBad());
        JsonOutput.put(node, "candidateShare", result.candidateShare());
        interval(node, result.interval());
        JsonOutput.put(node, "pValue", result.pValue());
        node.put("needed", result.needed()).put("more", result.more()).put("doublyRated", result.agreement().pairs());
        JsonOutput.put(node, "alpha", result.agreement().alpha().map(RaterAgreement.Alpha::value).orElse(Double.NaN));
        node.put("openSessions", result.open()).put("state", result.state().name());
    }

    private static void overRefusal(ObjectNode node, OverRefusal refusal) {
        node.put("prompts", refusal.prompts()).put("n", refusal.judged());
        node.put("baseRefused", refusal.baseRefused()).put("candidateRefused", refusal.candidateRefused());
        JsonOutput.put(node, "baseRate", refusal.baseRate());
        JsonOutput.put(node, "candidateRate", refusal.candidateRate());
    }
}
