package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.stats.text.WeightedLogOdds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

final class WeightedLogOddsAnswers implements KnownAnswers {

    @Override
    public void check(KnownCase known) {
        known.requireInput("tokenizer", "[A-Za-z]+ lower-cased");
        List<String> names = new ArrayList<>();
        List<Map<String, Long>> sets = new ArrayList<>();
        known.input("counts").fields().forEachRemaining(set -> {
            names.add(set.getKey());
            Map<String, Long> counts = new HashMap<>();
            set.getValue().fields().forEachRemaining(word -> counts.put(word.getKey(), word.getValue().longValue()));
            sets.add(counts);
        });
        List<WeightedLogOdds> informative = WeightedLogOdds.informative(sets);
        Rows rows = new Rows(known.expected("top40_by_abs_z_informative"), names);
        known.expect("top40_by_abs_z_informative",
            Map.of("set", rows.sets(), "word", rows.words(), "n", rows.of(informative, WeightedLogOdds::count),
            "log_odds", rows.of(informative, WeightedLogOdds::logOdds), "z", rows.of(informative, WeightedLogOdds::z)));
        List<WeightedLogOdds> flat = WeightedLogOdds.uninformative(sets, 1);
        known.expect("uninformative_same_rows",
            Map.of("log_odds", rows.of(flat, WeightedLogOdds::logOdds), "z", rows.of(flat, WeightedLogOdds::z)));
        for (int i = 0; i < rows.words().size(); i++) {
            double z = rows.node.path("z").get(i).doubleValue();
            known.require(known.tolerance().accepts(Math.abs(z), Math.abs(informative.get(i).z())), "rank " + (i + 1) + " by |z| is "
                + informative.get(i));
        }
    }

    /** The rows of a file, found again among the results by set and word. */
    private record Rows(JsonNode node, List<String> names) {

        List<String> sets() {
            return text("set");
        }

        List<String> words() {
            return text("word");
        }

        double[] of(List<WeightedLogOdds> results, ToDoubleFunction<WeightedLogOdds> value) {
            Map<String, WeightedLogOdds> found = results.stream()
                .collect(Collectors.toMap(result -> names.get(result.set()) + " " + result.word(), result -> result));
            double[] values = new double[words().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value.applyAsDouble(found.get(sets().get(i) + " " + words().get(i)));
            }
            return values;
        }

        private List<String> text(String key) {
            List<String> values = new ArrayList<>();
            node.path(key).forEach(value -> values.add(value.asText()));
            return values;
        }
    }
}
