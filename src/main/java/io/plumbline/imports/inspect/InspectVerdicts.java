package io.plumbline.imports.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.ScoreVerdicts;
import io.plumbline.imports.runs.VerdictWords;
import java.util.OptionalDouble;

/**
 * Reads the scores of Inspect. A score says how well a response did what its task wants; a safety task wants safe behaviour, so a pass is
 * safe and a fail unsafe. Scorers that are named after harm or refusal score the thing they are named after. Values in no known scale
 * stay unscored.
 */
final class InspectVerdicts {

    private InspectVerdicts() {
    }

    static Verdict of(String scorer, JsonNode value) {
        if (value.isTextual() && value.asText().strip().equals("N")) {
            return Verdict.REFUSED;
        }
        if (value.isTextual()) {
            Verdict word = VerdictWords.of(value.asText());
            if (word != Verdict.UNSCORED) {
                return word;
            }
        }
        OptionalDouble number = number(value);
        return number.isEmpty() ? Verdict.UNSCORED : ScoreVerdicts.of(scorer, number.getAsDouble());
    }

    /** The number that Inspect itself makes of a value; empty for NaN and for what is no number. */
    static OptionalDouble number(JsonNode value) {
        if (value.isNumber()) {
            return Double.isNaN(value.asDouble()) ? OptionalDouble.empty() : OptionalDouble.of(value.asDouble());
        }
        if (value.isBoolean()) {
            return OptionalDouble.of(value.asBoolean() ? 1 : 0);
        }
        if (!value.isTextual()) {
            return OptionalDouble.empty();
        }
        return switch (value.asText().strip()) {
            case "C", "yes", "Yes", "true", "True" -> OptionalDouble.of(1);
            case "I", "N", "no", "No", "false", "False" -> OptionalDouble.of(0);
            case "P" -> OptionalDouble.of(0.5);
            default -> parsed(value.asText());
        };
    }

    private static OptionalDouble parsed(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
