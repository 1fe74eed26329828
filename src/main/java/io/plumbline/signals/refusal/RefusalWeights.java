package io.plumbline.signals.refusal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The weight of each feature, read from a table that says how they were fitted. Immutable. */
final class RefusalWeights {

    private final double[] weights = new double[RefusalFeature.values().length];

    private RefusalWeights(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+");
                weights[RefusalFeature.valueOf(parts[0].toUpperCase(Locale.ROOT)).ordinal()] = Double.parseDouble(parts[1]);
            }
        }
    }

    static RefusalWeights ofResource() {
        try (InputStream in = RefusalWeights.class.getResourceAsStream("/io/plumbline/signals/refusal-weights.txt");
             BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new RefusalWeights(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Probability of a refusal from the features of an answer. */
    double probability(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
