package io.plumbline.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.Glimpse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Files that people are likely to try and that can't be imported, each with a sentence that says what it is and what to import instead. */
final class KnownStrangers {

    private static final Pattern NUMBERED = Pattern.compile("\\.\\d+$");
    private static final List<Stranger> STRANGERS = List.of(
        keys("is a list of the models that attack artifacts exist for; import the artifact files themselves.", "models"),
        keys("describes a direction in a model (position and layer), it holds no responses. Import the files in its folder completions.",
            "pos", "layer"),
        new Stranger(KnownStrangers::isTestCases, "holds prompts for each behaviour (HarmBench test cases) and no responses. Import the completions "
            + "or results that were made from it."),
        new Stranger(glimpse -> glimpse.hasColumns("data.resultType"),
            "is the answer of Prometheus to a query, no log of a model. Look for changes in it with the command change-points."),
        new Stranger(KnownStrangers::isColumnByColumn, "holds a table column by column, as pandas writes it unless told otherwise. Write it row by "
            + "row: to_json(…, orient=\"records\", lines=True)."));

    private KnownStrangers() {
    }

    /** Ends the import with a sentence where the file is one of these. */
    static void refuse(Glimpse glimpse) {
        Optional<Stranger> stranger = STRANGERS.stream().filter(s -> s.recognises.test(glimpse)).findFirst();
        if (stranger.isPresent()) {
            throw new InputException(glimpse.file().name() + " " + stranger.get().sentence);
        }
    }

    private static boolean isColumnByColumn(Glimpse glimpse) {
        return glimpse.firstRows().size() == 1 && glimpse.columns().size() > 2
            && glimpse.columns().stream().filter(column -> NUMBERED.matcher(column).find()).count() * 10 >= glimpse.columns().size() * 9L
            && glimpse.columns().stream().filter(column -> column.endsWith(".0")).count() > 2;
    }

    private static boolean isTestCases(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.JSON_LINES && glimpse.firstRows().size() == 1 && glimpse.columns().size() > 0
            && glimpse.firstRows().get(0).fields().values().stream().allMatch(value -> value instanceof ArrayNode list && list.path(0).isTextual());
    }

    private static Stranger keys(String sentence, String... keys) {
        return new Stranger(glimpse -> glimpse.hasKeys(keys) && !glimpse.hasKeys("prompt"), sentence);
    }

    private record Stranger(Predicate<Glimpse> recognises, String sentence) {
    }
}
