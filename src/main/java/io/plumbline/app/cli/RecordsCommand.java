package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.SortOrder;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code records}: the records behind a number, whole, by time or by any signal. */
@Command(name = "records", mixinStandardHelpOptions = true,
    description = "The records of a day or hour, whole, with sensitive content covered up and control characters made visible.")
final class RecordsCommand implements Callable<Integer> {

    private static final int LINE = 200;

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--time", paramLabel = "TIME", converter = TimeSpan.Converter.class, description = "Day or hour, UTC; all time if left out.")
    private TimeSpan time;

    @Option(names = "--category", paramLabel = "NAME", description = "These harm categories alone; may be given several times.")
    private Set<String> categories = Set.of();

    @Option(names = "--model", paramLabel = "NAME", description = "These models alone; may be given several times.")
    private Set<String> models = Set.of();

    @Option(names = "--context", paramLabel = "NAME", description = "These contexts alone; may be given several times.")
    private Set<String> contexts = Set.of();

    @Option(names = "--topic", paramLabel = "NAME", description = "These topics alone, of the log or of the topic model; may be given several times.")
    private Set<String> topics = Set.of();

    @Option(names = "--canaries", description = "Canary records instead of user traffic.")
    private boolean canaries;

    @Option(names = "--sort", paramLabel = "SIGNAL", description = "Signal by which they are sorted, e.g. toxicity; by time if left out.")
    private String sort;

    @Option(names = "--least-first", description = "The least value of the signal first instead of the greatest.")
    private boolean leastFirst;

    @Option(names = "--unmasked", description = "Print addresses, numbers and keys as they are instead of a word for each; noted in the journal.")
    private boolean unmasked;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--offset", paramLabel = "N", defaultValue = "0", description = "Leave out so many before. Default: ${DEFAULT-VALUE}")
    private int offset;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 0 || offset < 0) {
            throw new ParameterException(spec.commandLine(), "--limit and --offset count from 0.");
        }
        Optional<LogSignal> signal = Optional.ofNullable(sort).map(name -> SeriesMetric.signalNamed(name).orElseThrow(() ->
            new ParameterException(spec.commandLine(), "There is no signal “" + name + "”. Signals are: " + SeriesMetric.signalNames() + ".")));
        try (Workspace open = workspace.open()) {
            LogFilter filter = filter();
            Supplier<List<MeasuredRecord>> query = () -> signal.isPresent()
                ? open.log().sorted(signal.get(), leastFirst ? SortOrder.LEAST_FIRST : SortOrder.GREATEST_FIRST, filter, offset, limit)
                : open.log().page(filter, offset, limit);
            if (unmasked) {
                open.decisions().record(DecisionKinds.TEXT_REVEALED, "records", Map.of("part", "command", "matching", open.log().count(filter)));
            }
            if (json.wanted()) {
                TimedQuery<List<MeasuredRecord>> records = TimedQuery.of(query);
                ObjectNode document = json.object();
                document.put("matching", open.log().count(filter));
                ArrayNode list = document.putArray("records");
                shown(records.answer()).forEach(record -> RecordJson.put(list.addObject(), record));
                records.put(document);
                json.print(spec.commandLine().getOut(), document);
            } else {
                print(shown(query.get()), open.log(), filter, signal);
            }
        }
        return ExitCode.OK;
    }

    private List<MeasuredRecord> shown(List<MeasuredRecord> records) {
        return unmasked ? records : records.stream().map(MaskedRecord::of).toList();
    }

    private LogFilter filter() {
        LogFilter filter = LogFilter.everything().inCategories(categories).with(LogDimension.MODEL, models).with(LogDimension.CONTEXT, contexts)
            .with(LogDimension.TOPIC, topics);
        LogFilter within = time == null ? filter : filter.within(time.start(), time.end());
        return canaries ? within.canariesOnly() : within;
    }

    private void print(List<MeasuredRecord> records, ProductionLog log, LogFilter filter, Optional<LogSignal> signal) {
        PrintWriter out = spec.commandLine().getOut();
        for (MeasuredRecord measured : records) {
            out.printf("%s  %s  %s  %s%s%n", measured.record().time(), ProductionLog.keyOf(measured), measured.record().category(),
                measured.isRead() ? measured.countsAsRefused() ? "refused" : "not refused" : "no answer read", signal.map(s -> String.format(Locale.ROOT, "  %s %.4f",
                    s.name().toLowerCase(Locale.ROOT), measured.value(s))).orElse(""));
            if (measured.textNotice().isPresent()) {
                out.println("    " + measured.textNotice().get());
                continue;
            }
            out.println("    > " + line(measured.record().prompt()));
            out.println("    < " + line(measured.record().response()));
        }
        out.printf("%,d of %,d records%n", records.size(), log.count(filter));
        out.flush();
    }

    /** One line of the terminal: hostile text may hold line breaks to look like another record. */
    private static String line(String text) {
        String flat = text.replaceAll("\\R", " ⏎ ");
        return flat.length() <= LINE ? flat : flat.substring(0, LINE) + "…";
    }
}
