package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.imports.runs.JsonDocument;
import java.util.ArrayList;
import java.util.List;

/** What was sent to the model and what came back, in the shapes that versions and kinds of task write. */
final class Arguments {

    private Arguments() {
    }

    /** {@code {"gen_args_0": {"arg_0": prompt, …}}} or, before version 0.4.3, {@code [[prompt, …]]}. */
    static String prompt(JsonNode line) {
        return argument(line.path("arguments"), 0, 0);
    }

    /** Text that was generated; of a multiple choice, the choice that the model holds most likely. */
    static String response(JsonNode line) {
        JsonNode first = line.path("resps").path(0);
        if (first.isTextual()) {
            return first.asText();
        }
        if (first.path(0).isTextual() && !isChoice(line)) {
            return first.path(0).asText();
        }
        return isChoice(line) ? choice(line) : JsonDocument.text(line, "filtered_resps");
    }

    static boolean responded(JsonNode line) {
        return line.path("resps").size() > 0 || line.path("filtered_resps").size() > 0;
    }

    private static boolean isChoice(JsonNode line) {
        JsonNode first = line.path("resps").path(0).path(0);
        return first.isArray() && first.size() > 0;
    }

    private static String choice(JsonNode line) {
        List<Double> likelihoods = new ArrayList<>();
        line.path("resps").forEach(response -> likelihoods.add(number(response.path(0).path(0))));
        int best = 0;
        for (int i = 1; i < likelihoods.size(); i++) {
            if (likelihoods.get(i) > likelihoods.get(best)) {
                best = i;
            }
        }
        String continuation = argument(line.path("arguments"), best, 1).strip();
        return continuation.isEmpty() ? "choice " + best : continuation;
    }

    private static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        try {
            return Double.parseDouble(value.asText());
        } catch (NumberFormatException e) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    private static String argument(JsonNode arguments, int request, int place) {
        JsonNode value = arguments.isObject() ? arguments.path("gen_args_" + request).path("arg_" + place) : arguments.path(request).path(place);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
