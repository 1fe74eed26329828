package io.plumbline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judgements and metadata of a sample, and results of a run, as text columns. */
final class SampleText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };

    private SampleText() {
    }

    static String writeJudgements(List<Judgement> judgements) {
        ArrayNode all = JSON.createArrayNode();
        judgements.forEach(j -> {
            ArrayNode one = all.addArray().add(j.judge()).add(j.verdict().name()).add(j.rawLabel());
            if (j.hasScore()) {
                one.add(j.score());
            }
        });
        return all.toString();
    }

    static List<Judgement> readJudgements(String text) {
        try {
            List<Judgement> judgements = new ArrayList<>();
            for (JsonNode judgement : JSON.readTree(text)) {
                judgements.add(new Judgement(judgement.get(0).asText(), Verdict.valueOf(judgement.get(1).asText()),
                    judgement.get(2).asText(), judgement.size() > 3 ? judgement.get(3).asDouble() : Double.NaN));
            }
            return judgements;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored judgement is not JSON", e);
        }
    }

    static String writeResults(List<TaskResult> results) {
        ArrayNode all = JSON.createArrayNode();
        results.forEach(r -> all.addArray().add(r.task()).add(r.metric()).add(r.filter()).add(r.value())
            .add(r.hasStandardError() ? JSON.getNodeFactory().numberNode(r.standardError()) : JSON.nullNode()).add(r.n())
            .add(r.better().name()).add(r.origin().name()));
        return all.toString();
    }

    static List<TaskResult> readResults(String text) {
        try {
            List<TaskResult> results = new ArrayList<>();
            for (JsonNode r : JSON.readTree(text)) {
                results.add(new TaskResult(r.get(0).asText(), r.get(1).asText(), r.get(2).asText(), r.get(3).asDouble(),
                    r.get(4).isNull() ? Double.NaN : r.get(4).asDouble(), r.get(5).asInt(), TaskResult.Better.valueOf(r.get(6).asText()),
                    TaskResult.Origin.valueOf(r.get(7).asText())));
            }
            return results;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored results are not JSON", e);
        }
    }

    static String writeMap(Map<String, String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> readMap(String text) {
        try {
            return JSON.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored metadata are not JSON", e);
        }
    }
}
