package io.plumbline.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, PolicyValue> values = new LinkedHashMap<>();
        Policy defaults = defaults();
        defaults.values().forEach(v -> values.put(v.key(), v));
        for (JsonNode node : root.path("values")) {
            String key = node.path("key").asText();
            PolicyValue standing = values.get(key);
            if (standing == null) {
                throw new InputException(file.getFileName() + " sets “" + key + "”, which no rule uses. "
                    + "The keys are those of the default policy, shown under Settings.");
            }
            values.put(key, new PolicyValue(key, decimal(file, key, node.path("value")), standing.unit(), standing.stage(),
                standing.comparator(), standing.meaning(), node.path("source").asText(file.getFileName().toString())));
        }
        return new Policy(root.path("name").asText(file.getFileName().toString()), root.path("version").asText("1"),
            List.copyOf(values.values()));
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
