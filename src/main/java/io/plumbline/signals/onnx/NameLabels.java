package io.plumbline.signals.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels of a model that labels words, and which of them name a person. Prefixes say how a word continues a name: BIO, BIOES and BILOU. */
final class NameLabels {

    /** How a word stands to a name. */
    enum Place {
        OUTSIDE, BEGINS, CONTINUES, ENDS, ALONE
    }

    private static final Set<String> PERSONS = Set.of("PER", "PERSON", "PEOPLE", "NAME", "FIRSTNAME", "LASTNAME", "MIDDLENAME", "GIVENNAME", "SURNAME",
        "FULLNAME", "PERSONNAME", "NAMEPERSON", "PATIENT", "DOCTOR", "INDIVIDUAL");
    private static final int MOST = 1_000;

    private final String[] labels;
    private final Place[] places;

    private NameLabels(String[] labels) {
        this.labels = labels;
        places = Stream.of(labels).map(NameLabels::place).toArray(Place[]::new);
    }

    /** Reads {@code "id2label": {"0": "O", "1": "B-PER", …}}; a list of labels is understood too. */
    static NameLabels of(JsonNode names, Path file) {
        if (names.isEmpty() || names.size() > MOST) {
            throw new InputException("The file " + file + " names no labels under “id2label”. Take the config.json that comes with the model.");
        }
        String[] labels = new String[names.size()];
        for (int i = 0; i < labels.length; i++) {
            JsonNode name = names.isArray() ? names.path(i) : names.path(Integer.toString(i));
            if (!name.isTextual()) {
                throw new InputException("The file " + file + " names no label number " + i + " under “id2label”, of " + labels.length
                    + ". Take the config.json that comes with the model.");
            }
            labels[i] = name.asText();
        }
        NameLabels read = new NameLabels(labels);
        if (Stream.of(read.places).allMatch(Place.OUTSIDE::equals)) {
            throw new InputException("The model knows no label for a person's name, such as PER. Its labels are "
                + Stream.of(labels).limit(20).collect(Collectors.joining(", ")) + ".");
        }
        return read;
    }

    int count() {
        return labels.length;
    }

    /** The place that the highest score says. */
    Place of(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return places[best];
    }

    private static Place place(String label) {
        boolean prefixed = label.length() > 2 && (label.charAt(1) == '-' || label.charAt(1) == '_');
        String entity = (prefixed ? label.substring(2) : label).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        if (!PERSONS.contains(entity)) {
            return Place.OUTSIDE;
        }
        return switch (prefixed ? Character.toUpperCase(label.charAt(0)) : 'I') {
            case 'B' -> Place.BEGINS;
            case 'E', 'L' -> Place.ENDS;
            case 'S', 'U' -> Place.ALONE;
            default -> Place.CONTINUES;
        };
    }
}
