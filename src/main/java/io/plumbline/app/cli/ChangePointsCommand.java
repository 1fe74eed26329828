package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import io.plumbline.imports.SeriesReader;
import io.plumbline.stats.changepoint.ChangePointSearch;
import io.plumbline.stats.changepoint.ChangePointSearch.Cost;
import io.plumbline.stats.changepoint.ChangePointSearch.Method;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code change-points}: where does a series of numbers change? Needs no workspace. */
@Command(name = "change-points", mixinStandardHelpOptions = true,
    description = "Find the points where a series changes. The file is CSV with a header; JSON: an array, \"values\", \"k\" and \"n\", the form of "
        + "the Turing Change Point Dataset, or an answer of Prometheus to a range query; or line protocol or annotated CSV of InfluxDB. Points are counted from 0; each answer is the first point of a new segment.")
final class ChangePointsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The series, also compressed with gzip or Zstandard.")
    private Path file;

    @Option(names = "--column", paramLabel = "NAME",
        description = "Column or field to read; two as SUCCESSES/TRIALS for a rate. Not needed where the file has one series, \"value\", or k and n.")
    private String column;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.",
        completionCandidates = Methods.class)
    private String method;

    @Option(names = "--cost", paramLabel = "COST", description = "What pelt takes to change: ${COMPLETION-CANDIDATES}; by default mean, and binomial "
        + "for successes and trials.", completionCandidates = Costs.class)
    private String cost;

    @Option(names = "--penalty", paramLabel = "X", description = "What one more change point must save for pelt, on the scale of squared deviations "
        + "(mean) or of twice the log-likelihood; by default 3 log n (meanvar: 4 log n), for mean times the variance of the noise.")
    private Double penalty;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        Method chosen = one(Method.class, "--method", method);
        Optional<Cost> wanted = Optional.ofNullable(cost).map(name -> one(Cost.class, "--cost", name));
        if (penalty != null && !(penalty >= 0 && Double.isFinite(penalty))) {
            throw new ParameterException(spec.commandLine(), "--penalty must be a number of at least 0.");
        }
        Series series = new SeriesReader(Optional.ofNullable(column)).read(file);
        if (wanted.filter(Cost.BINOMIAL::equals).isPresent() && series.counts().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--cost binomial needs successes and trials. Name both: --column SUCCESSES/TRIALS.");
        }
        int[] found = search(series, chosen, wanted);
        if (json.wanted()) {
            ObjectNode document = json.object();
            document.put("n", series.size());
            document.put("method", method.toLowerCase(Locale.ROOT));
            ArrayNode points = document.putArray("changePoints");
            Arrays.stream(found).forEach(points::add);
            json.print(spec.commandLine().getOut(), document);
        } else {
            text(series, found);
        }
        return ExitCode.OK;
    }

    private int[] search(Series series, Method chosen, Optional<Cost> wanted) {
        ChangePointSearch search = new ChangePointSearch(chosen, wanted, penalty == null ? OptionalDouble.empty() : OptionalDouble.of(penalty));
        try {
            return series.counts().isPresent() && wanted.map(Cost.BINOMIAL::equals).orElse(true)
                ? search.inCounts(series.counts().get().successes(), series.counts().get().trials()) : search.in(series.values());
        } catch (IllegalArgumentException e) {
            throw new InputException(file.getFileName() + " does not suit this cost: " + e.getMessage() + ". Choose another --cost.", e);
        }
    }

    private void text(Series series, int[] found) {
        PrintWriter out = spec.commandLine().getOut();
        if (found.length == 0) {
            out.printf("No change in %,d points.%n", series.size());
        } else {
            out.printf("%,d point(s), %d change(s). A new segment begins at: %s%n", series.size(), found.length,
                Arrays.stream(found).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
        }
        out.flush();
    }

    private <E extends Enum<E>> E one(Class<E> type, String option, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new ParameterException(spec.commandLine(), option + " is one of " + String.join(", ", names(type)) + ", not “" + name + "”.");
    }

    private static <E extends Enum<E>> Iterable<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Names of the methods for the help text. */
    static final class Methods implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Method.class).iterator();
        }
    }

    /** Names of the costs for the help text. */
    static final class Costs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(Cost.class).iterator();
        }
    }
}
