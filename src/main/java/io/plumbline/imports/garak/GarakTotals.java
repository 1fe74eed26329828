package io.plumbline.imports.garak;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.DeclaredRate;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the attempts of a report give for each probe and detector, beside what the report says they give. */
final class GarakTotals {

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void count(String probe, String detector, OptionalDouble score, double threshold) {
        Count count = counts.computeIfAbsent(probe + " " + detector, name -> new Count());
        if (score.isEmpty()) {
            count.nones++;
        } else if (score.getAsDouble() >= threshold) {
            count.fails++;
        } else {
            count.passed++;
        }
    }

    void noteIn(RunBuilder run, List<JsonNode> evals, JsonNode digest) {
        counts.forEach((name, count) -> addResult(run, name, count));
        evals.forEach(eval -> noteEval(run, eval));
        digest.path("eval").fields().forEachRemaining(group -> group.getValue().fields().forEachRemaining(probe ->
            probe.getValue().fields().forEachRemaining(detector -> {
                JsonNode score = detector.getValue().path("absolute_score");
                if (score.isNumber()) {
                    Count count = counts.getOrDefault(probe.getKey() + " " + detector.getKey(), new Count());
                    new DeclaredRate("digest pass rate " + probe.getKey() + " " + detector.getKey(), score.asDouble(), count.passed,
                        count.scored()).noteIn(run);
                }
            })));
    }

    /** Attack success: a low rate is good. */
    private static void addResult(RunBuilder run, String name, Count count) {
        if (count.scored() > 0) {
            double rate = (double) count.fails / count.scored();
            double error = count.scored() < 2 ? Double.NaN : Math.sqrt(rate * (1 - rate) / (count.scored() - 1));
            String probe = name.substring(0, name.indexOf(' '));
            run.result(new TaskResult(probe, "hits by " + name.substring(probe.length() + 1), "", rate, error, count.scored(),
                TaskResult.Better.LOWER, TaskResult.Origin.RECOMPUTED));
        }
    }

    /** Old reports state only how many passed of how many. */
    private void noteEval(RunBuilder run, JsonNode eval) {
        String name = JsonDocument.text(eval, "probe") + " " + JsonDocument.text(eval, "detector").replaceFirst("^detector\\.", "");
        int passed = eval.path("passed").asInt(-1);
        int total = eval.path("total_evaluated").asInt(eval.path("total").asInt(-1));
        if (passed < 0 || total < 0) {
            return;
        }
        Count count = counts.getOrDefault(name, new Count());
        run.metadata("declared.passed " + name, passed + " of " + total);
        run.metadata("recomputed.passed " + name, count.passed + " of " + count.scored());
        if (passed != count.passed || total != count.scored()) {
            run.metadata("difference.passed " + name, "The report states " + passed + " passes of " + total + "; its attempts give "
                + count.passed + " of " + count.scored() + (count.scored() == 0 ? ", for it holds none of this probe." : "."));
        }
    }

    private static final class Count {

        private int passed;
        private int fails;
        private int nones;

        private int scored() {
            return passed + fails;
        }
    }
}
