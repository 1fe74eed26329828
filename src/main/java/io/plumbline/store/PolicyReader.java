package io.plumbline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads policies. A policy file holds any subset of the default values under the same keys; what it leaves out keeps its default, and a
 * key that does not exist is an error rather than a threshold that silently never applies.
 */
public final class PolicyReader {

    private static final String DEFAULTS = "/io/plumbline/policy/default-policy.json";
    private final ObjectMapper json = new ObjectMapper();

    /** The thresholds of the founding documents. */
    public Policy defaults() {
        try (InputStream in = PolicyReader.class.getResourceAsStream(DEFAULTS)) {
            JsonNode root = json.readTree(in);
            Map<String, PolicyValue> values = new LinkedHashMap<>();
            for (JsonNode node : root.required("values")) {
                PolicyValue value = new PolicyValue(text(node, "key"), new BigDecimal(text(node, "value")), text(node, "unit"),
                    text(node, "stage"), text(node, "comparator"), text(node, "meaning"), text(node, "source"));
                values.put(value.key(), value);
            }
            return new Policy(text(root, "name"), text(root, "version"), List.copyOf(values.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The defaults, overlaid with the values of a file: {@code {"name", "version", "values": [{"key", "value"[, "source"]}]}}. */
    public Policy read(Path file) {
        JsonNode root;
        try {
            root = json.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new InputException(file.getFileName() + ", line " + e.getLocation().getLineNr()
                + ", is not valid JSON. Mend the file or leave it out to use the default policy.", e);
        } catch (IOException e) {
            throw new InputException("The policy file " + file + " can't be read. Check the path and its permissions.", e);
        }
        if (!root.isObject() || !root.path("values").isArray()) {
            throw new InputException(file.getFileName()
                + " is no policy: it must be an object with a list named “values”, each with “key” and “value”.");
        }
        Map<String, PolicyValue> values = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Policy defaults = defaults();
        defaults.values().forEach(v -> values.put(v.key(), v));
        for (JsonNode node : root.path("values")) {
            String key = node.path("key").asText();
            PolicyValue standing = values.get(key);
            if (standing == null) {
                throw new InputException(file.getFileName() + " sets “" + key + "”, which no rule uses. "
                    + "The keys are those of the default policy, shown under Settings.");
            }
            if (!seen.add(key)) {
                throw new InputException(file.getFileName() + " sets “" + key + "” twice. Leave one of them.");
            }
            values.put(key, new PolicyValue(key, decimal(file, key, node.path("value")), standing.unit(), standing.stage(),
                standing.comparator(), standing.meaning(), node.path("source").asText(file.getFileName().toString())));
        }
        Policy policy = new Policy(root.path("name").asText(file.getFileName().toString()), root.path("version").asText("1"),
            List.copyOf(values.values()));
        check(policy, file.getFileName().toString());
        return policy;
    }

    /**
     * Refuses, with a sentence, a policy whose limits are out of order or whose numbers can't be what they say.
     *
     * @param name what to call it in the sentence
     */
    public void check(Policy policy, String name) {
        PolicyChecks.check(policy, name);
    }

    /** The policy that a journal line brought into force; values that this version of the program adds have their defaults. */
    Policy accepted(JournalEntry entry) {
        Map<?, ?> given = entry.payload().get("values") instanceof Map<?, ?> map ? map : Map.of();
        List<PolicyValue> values = defaults().values().stream().map(standing -> given.get(standing.key()) instanceof Map<?, ?> value
            ? new PolicyValue(standing.key(), new BigDecimal(String.valueOf(value.get("value"))), standing.unit(), standing.stage(),
                standing.comparator(), standing.meaning(), String.valueOf(value.get("source"))) : standing).toList();
        return new Policy(String.valueOf(entry.payload().get("name")), String.valueOf(entry.payload().get("version")), values);
    }

    private static BigDecimal decimal(Path file, String key, JsonNode node) {
        try {
            return new BigDecimal(node.asText());
        } catch (NumberFormatException e) {
            throw new InputException(file.getFileName() + " gives “" + key + "” the value “" + node.asText()
                + "”, which is no number. Write it as a decimal, for example 0.05.", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
