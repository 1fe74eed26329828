package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SeriesRequest;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code series}: numbers of the production log by time, category, model and context, out of the rollups. */
@Command(name = "series", mixinStandardHelpOptions = true,
    description = "Numbers of the production log by hour, day or week. Canary records are left out; counts are exact.")
final class SeriesCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--metrics", split = ",", paramLabel = "METRIC", defaultValue = "refusal_rate",
        description = "refusal_rate, or a signal with _mean, _p50, _p95 or _p99 behind it, e.g. toxicity_p95. On a log that is a sample, "
            + "refusal_rate_weighted and _mean_weighted count each record by its inclusion probability.")
    private List<String> metrics;

    @Option(names = "--by", split = ",", paramLabel = "GROUP", defaultValue = "day",
        description = "hour, day or week; and category, model, context, language.")
    private List<String> by;

    @Option(names = "--from", paramLabel = "TIME", converter = TimeSpan.Converter.class, description = "First day or hour, UTC.")
    private TimeSpan from;

    @Option(names = "--to", paramLabel = "TIME", converter = TimeSpan.Converter.class, description = "Last day or hour, UTC, inclusive.")
    private TimeSpan to;

    @Option(names = "--category", paramLabel = "NAME", description = "These harm categories alone; may be given several times.")
    private Set<String> categories = Set.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<SeriesMetric> wanted;
        SeriesGrouping grouping;
        try {
            wanted = metrics.stream().map(SeriesMetric::named).toList();
            grouping = SeriesGrouping.named(by);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        try (Workspace open = workspace.open()) {
            SeriesRequest request = new SeriesRequest(grouping.step(), grouping.by(),
                signals(wanted.stream().filter(metric -> metric.quantile().isEmpty())),
                signals(wanted.stream().filter(metric -> metric.quantile().isPresent())));
            LogFilter filter = filter();
            if (json.wanted()) {
                printJson(wanted, grouping, TimedQuery.of(() -> rows(open.log().series(request, filter), wanted)));
            } else {
                printTable(wanted, grouping, rows(open.log().series(request, filter), wanted));
            }
        }
        return ExitCode.OK;
    }

    private LogFilter filter() {
        LogFilter all = LogFilter.everything().inCategories(categories);
        return new LogFilter(all.from(), all.to(), Optional.ofNullable(from).map(TimeSpan::start),
            Optional.ofNullable(to).map(TimeSpan::end), all.only(), all.canaries());
    }

    private static Set<LogSignal> signals(Stream<SeriesMetric> metrics) {
        return metrics.flatMap(metric -> metric.signal().stream()).collect(Collectors.toCollection(() -> EnumSet.noneOf(LogSignal.class)));
    }

    private static List<Row> rows(List<SeriesCell> cells, List<SeriesMetric> wanted) {
        List<Row> rows = new ArrayList<>(cells.size());
        for (SeriesCell cell : cells) {
            double[] figures = new double[wanted.size()];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = wanted.get(i).of(cell);
            }
            rows.add(new Row(cell, figures));
        }
        return rows;
    }

    private void printJson(List<SeriesMetric> wanted, SeriesGrouping grouping, TimedQuery<List<Row>> found) {
        ObjectNode document = json.object();
        ArrayNode list = document.putArray("rows");
        for (Row figures : found.answer()) {
            SeriesCell cell = figures.cell;
            ObjectNode row = list.addObject().put("time", grouping.time(cell.start()));
            for (int i = 0; i < grouping.by().size(); i++) {
                row.put(word(grouping.by().get(i)), cell.names().get(i));
            }
            row.put("n", cell.n()).put("refused", cell.refused()).put("unread", cell.unread());
            for (int i = 0; i < wanted.size(); i++) {
                JsonOutput.put(row, wanted.get(i).key(), figures.figures[i]);
            }
        }
        found.put(document);
        json.print(spec.commandLine().getOut(), document);
    }

    private void printTable(List<SeriesMetric> wanted, SeriesGrouping grouping, List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-22s%s%12s%12s%s%n", "time", grouping.by().stream().map(d -> "%-20s".formatted(word(d))).collect(Collectors.joining()), "n",
            "refused", wanted.stream().map(metric -> "%24s".formatted(metric.name())).collect(Collectors.joining()));
        for (Row row : rows) {
            SeriesCell cell = row.cell;
            out.printf("%-22s%s%,12d%,12d%s%n", grouping.time(cell.start()),
                cell.names().stream().map("%-20s"::formatted).collect(Collectors.joining()), cell.n(), cell.refused(),
                Arrays.stream(row.figures).mapToObj(SeriesCommand::figure).collect(Collectors.joining()));
        }
        if (rows.isEmpty()) {
            out.println("The workspace has no production records in this range.");
        }
        out.flush();
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "%24s".formatted("–") : String.format(Locale.ROOT, "%24.4f", value);
    }

    private static String word(LogDimension dimension) {
        return SeriesMetric.key(dimension.name());
    }

    /** One bucket with the numbers that were asked for. */
    private record Row(SeriesCell cell, double[] figures) {
    }
}
