package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.control.Subgroups;
import java.util.Arrays;
import java.util.stream.Stream;

/** Samples as the files write them: rows of measurements, or single values. */
final class SampleRows {

    private SampleRows() {
    }

    static Subgroups of(JsonNode node) {
        return node.get(0).isArray() ? new Subgroups(Json.matrix(node)) : Subgroups.individuals(Json.vector(node));
    }

    static Subgroups withNew(KnownCase known, Subgroups first, String key) {
        if (!known.hasInput(key)) {
            return first;
        }
        return new Subgroups(Stream.concat(Arrays.stream(first.rows()), Arrays.stream(of(known.input(key)).rows()))
            .toArray(double[][]::new));
    }
}
