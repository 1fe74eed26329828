package io.plumbline.imports.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.JsonFields;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of one record, asked for by any of the names that they have had, and those that nobody asked for: what a reader does not use
 * is said, not lost in silence. Nested fields have names joined with dots. Used by one thread.
 */
final class Fields {

    private static final int MOST_ENCODINGS = 3;

    private final Map<String, Object> values;
    private final Set<String> read = new HashSet<>();

    Fields(Map<String, Object> values) {
        this.values = new HashMap<>(values);
    }

    static Fields of(JsonNode object) {
        return new Fields(JsonFields.of(object));
    }

    /** Whether there are fields of all these names, or below them. */
    boolean has(String... names) {
        for (String name : names) {
            if (!values.containsKey(name) && !hasBelow(name)) {
                return false;
            }
        }
        return true;
    }

    boolean hasAny(String... names) {
        for (String name : names) {
            if (values.containsKey(name) || hasBelow(name)) {
                return true;
            }
        }
        return false;
    }

    /** The first of these fields that holds something; null where none does. All of them count as used. */
    Object value(String... names) {
        Object found = null;
        for (String name : names) {
            read.add(name);
            Object value = values.get(name);
            if (found == null && value != null && !(value instanceof String text && text.isBlank())
                && !(value instanceof JsonNode node && node.isNull())) {
                found = value;
            }
        }
        return found;
    }

    /** The first of these fields that holds a text, number or truth value, as text; empty where none does. */
    String text(String... names) {
        Object value = value(names);
        return value instanceof JsonNode || value == null ? "" : value.toString();
    }

    OptionalDouble number(String... names) {
        Object value = value(names);
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        try {
            return value instanceof String text ? OptionalDouble.of(Double.parseDouble(text.strip())) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The first of these fields that holds anything, nested or written as JSON in a text, however often; missing where none does. */
    JsonNode tree(String... names) {
        JsonNode found = MissingNode.getInstance();
        for (String name : names) {
            JsonNode node = one(name);
            if (found.isMissingNode() && !isNothing(node)) {
                found = node;
            }
        }
        return found;
    }

    /** The fields below a name, under the rest of their names. */
    Fields below(String name) {
        return of(tree(name));
    }

    /** All fields, nested as their names say. */
    JsonNode whole() {
        return nested("");
    }

    /** Puts what a field holds as JSON in a text in its place, so that its parts have names of their own. */
    Fields expand(String... names) {
        for (String name : names) {
            if (values.get(name) instanceof String text && decoded(TextNode.valueOf(text)) instanceof ObjectNode object) {
                values.remove(name);
                JsonFields.of(object).forEach((below, value) -> values.put(name + "." + below, value));
            }
        }
        return this;
    }

    /** Text that is JSON inside, or what Python prints in its place, as that JSON. */
    static JsonNode decoded(JsonNode node) {
        JsonNode inner = node;
        for (int i = 0; i < MOST_ENCODINGS && inner.isTextual(); i++) {
            String text = inner.textValue().strip();
            if (text.isEmpty() || "{[\"".indexOf(text.charAt(0)) < 0 && !text.startsWith("array([")) {
                return inner;
            }
            try {
                JsonNode read = ForeignJson.mapper().readTree(text);
                if (read == null || read.isMissingNode()) {
                    return inner;
                }
                inner = read;
            } catch (JsonProcessingException notJson) {
                return PythonLiteral.read(text).orElse(inner);
            }
        }
        return inner;
    }

    /** Counts fields as used that say nothing of the exchange itself. */
    void ignore(String... names) {
        for (String name : names) {
            read.add(name);
        }
    }

    /** All values by their names. */
    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Counts every field as used: the row as a whole is of no concern. */
    void ignoreAll() {
        read.addAll(values.keySet());
    }

    /** Takes back that a field was used. */
    void notUsed(String name) {
        read.remove(name);
    }

    /** Names of the fields that hold something and that nobody asked for. */
    Set<String> unread() {
        Set<String> unread = new TreeSet<>();
        for (Map.Entry<String, Object> field : values.entrySet()) {
            if (field.getValue() != null && !wasRead(field.getKey())) {
                unread.add(field.getKey());
            }
        }
        return unread;
    }

    private boolean wasRead(String name) {
        if (read.contains(name)) {
            return true;
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (read.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBelow(String name) {
        String prefix = name + ".";
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    private JsonNode one(String name) {
        read.add(name);
        Object value = values.get(name);
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof String text) {
            return text.isBlank() ? MissingNode.getInstance() : decoded(TextNode.valueOf(text));
        }
        if (value instanceof Long number) {
            return LongNode.valueOf(number);
        }
        if (value instanceof Number number) {
            return DoubleNode.valueOf(number.doubleValue());
        }
        return value instanceof Boolean truth ? BooleanNode.valueOf(truth) : nested(name + ".");
    }

    private JsonNode nested(String prefix) {
        ObjectNode root = null;
        for (Map.Entry<String, Object> field : values.entrySet()) {
            if (field.getKey().startsWith(prefix) && field.getValue() != null) {
                root = root == null ? JsonNodeFactory.instance.objectNode() : root;
                put(root, field.getKey().substring(prefix.length()), field.getValue());
            }
        }
        return root == null ? MissingNode.getInstance() : root;
    }

    private static void put(ObjectNode root, String name, Object value) {
        ObjectNode at = root;
        int from = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
            String step = name.substring(from, dot);
            at = at.get(step) instanceof ObjectNode there ? there : at.putObject(step);
            from = dot + 1;
        }
        at.set(name.substring(from), value instanceof JsonNode node ? node : ForeignJson.mapper().valueToTree(value));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty() || node.isTextual()
            && node.textValue().isBlank();
    }
}
