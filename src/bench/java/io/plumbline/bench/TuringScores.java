package io.plumbline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.imports.SeriesReader;
import io.plumbline.stats.changepoint.ChangePointSearch;
import io.plumbline.stats.changepoint.ChangePointSearch.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * {@code auto} on the univariate series of the Turing Change Point Dataset, scored as its benchmark scores. Argument: the folder with
 * annotations.json, reference_scores.json and datasets/. The scorer is first held to its own known answers.
 */
public final class TuringScores {

    private static final double TOLERANCE = 1e-12;

    private TuringScores() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode annotations = mapper.readTree(folder.resolve("annotations.json").toFile());
        JsonNode reference = mapper.readTree(folder.resolve("reference_scores.json").toFile());
        checkScorer(reference.path("scorer_known_answers"));
        TreeSet<String> names = new TreeSet<>();
        reference.path("published_per_series").fieldNames().forEachRemaining(names::add);
        ChangePointSearch auto = new ChangePointSearch(Method.AUTO, Optional.empty(), OptionalDouble.empty());
        double f1 = 0;
        double covering = 0;
        System.out.println("| series | points | F1 | covering | change points |");
        System.out.println("|---|---|---|---|---|");
        for (String name : names) {
            double[] values = new SeriesReader(Optional.empty()).read(folder.resolve("datasets").resolve(name).resolve(name + ".json"))
                .values();
            int[] found = auto.in(values);
            List<int[]> people = people(annotations.path(name));
            double score = TuringScorer.f1(people, found);
            double cover = TuringScorer.covering(people, found, values.length);
            f1 += score;
            covering += cover;
            System.out.printf(Locale.ROOT, "| %s | %d | %.3f | %.3f | %s |%n", name, values.length, score, cover, Arrays.toString(found));
        }
        System.out.printf(Locale.ROOT, "| **mean of %d** | | **%.3f** | **%.3f** | |%n", names.size(), f1 / names.size(),
            covering / names.size());
    }

    private static void checkScorer(JsonNode cases) {
        for (JsonNode each : cases) {
            List<int[]> people = people(each.path("annotations"));
            int[] predictions = numbers(each.path("predictions"));
            double computed = each.path("kind").asText().equals("covering")
                ? TuringScorer.covering(people, predictions, each.path("n").asInt()) : TuringScorer.f1(people, predictions);
            if (Math.abs(computed - each.path("expected").asDouble()) > TOLERANCE) {
                throw new IllegalStateException("the scorer gives " + computed + " for " + each);
            }
        }
    }

    private static List<int[]> people(JsonNode annotations) {
        return StreamSupport.stream(annotations.spliterator(), false).map(TuringScores::numbers).toList();
    }

    private static int[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }
}
