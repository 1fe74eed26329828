package io.plumbline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judgements and metadata of a sample as text columns. */
final class SampleText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };

    private SampleText() {
    }

    static String writeJudgements(List<Judgement> judgements) {
        ArrayNode all = JSON.createArrayNode();
        judgements.forEach(j -> all.addArray().add(j.judge()).add(j.verdict().name()).add(j.rawLabel()));
        return all.toString();
    }

    static List<Judgement> readJudgements(String text) {
        try {
            List<Judgement> judgements = new ArrayList<>();
            for (JsonNode judgement : JSON.readTree(text)) {
                judgements.add(new Judgement(judgement.get(0).asText(), Verdict.valueOf(judgement.get(1).asText()),
                    judgement.get(2).asText()));
            }
            return judgements;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored judgement is not JSON", e);
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
