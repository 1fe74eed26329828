package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalogue.BenchmarkCatalogue;
import io.plumbline.domain.Benchmark;
import io.plumbline.domain.BenchmarkCategory;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code benchmarks}: what the catalogue knows of each published benchmark. Needs no workspace. */
@Command(name = "benchmarks", mixinStandardHelpOptions = true,
    description = "Lists the benchmarks that runs are checked against: size, categories, what each tests and what it can't say.")
public final class BenchmarksCommand implements Callable<Integer> {

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        BenchmarkCatalogue catalogue = BenchmarkCatalogue.builtIn();
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            ObjectNode document = json.object();
            document.put("taxonomy", catalogue.taxonomy());
            ArrayNode list = document.putArray("benchmarks");
            catalogue.benchmarks().forEach(benchmark -> put(list.addObject(), benchmark));
            json.print(out, document);
        } else {
            for (Benchmark benchmark : catalogue.benchmarks()) {
                out.printf("%s: %,d prompts, %s%n  %s%n  Can't say: %s%n  %s, %s%n", benchmark.title(), benchmark.size(), benchmark.reach().title(),
                    benchmark.tests(), benchmark.weaknesses(), benchmark.source(), benchmark.licence());
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private static void put(ObjectNode node, Benchmark benchmark) {
        node.put("id", benchmark.id()).put("name", benchmark.name()).put("version", benchmark.version()).put("published", benchmark.published())
            .put("size", benchmark.size()).put("purpose", benchmark.purpose().name().toLowerCase(Locale.ROOT))
            .put("reach", benchmark.reach().title()).put("tests", benchmark.tests()).put("weaknesses", benchmark.weaknesses())
            .put("source", benchmark.source()).put("licence", benchmark.licence());
        ArrayNode categories = node.putArray("categories");
        for (BenchmarkCategory category : benchmark.categories()) {
            ObjectNode entry = categories.addObject().put("name", category.name());
            if (category.size() >= 0) {
                entry.put("size", category.size());
            }
            ArrayNode hazards = entry.putArray("hazards");
            category.hazards().forEach(hazards::add);
        }
    }
}
