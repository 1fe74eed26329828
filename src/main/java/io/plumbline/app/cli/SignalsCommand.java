package io.plumbline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Flag;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.MappingProfiles;
import io.plumbline.imports.MeasuredFile;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signals}: what is measured on each record of a file. Stores nothing; needs a workspace for saved mappings only. */
@Command(name = "signals", mixinStandardHelpOptions = true,
    description = "Measures every record of logs and evaluation runs: refusal, toxicity, confidence, form, language, and what would be flagged. "
        + "Stores nothing.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:every file was read", "3:a file can't be used"})
public final class SignalsCommand implements Callable<Integer> {

    private static final int REJECTS_SHOWN = 3;

    @Mixin
    private WorkspaceOption workspace;

    @Option(names = "--json", description = "Print one JSON object per record, one a line.")
    private boolean json;

    @Option(names = "--profile", paramLabel = "NAME",
        description = "Mapping saved in the workspace, for tables whose columns are not recognised.")
    private String profile;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to measure.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() {
        Optional<MappingProfile> mapping = Optional.ofNullable(profile).map(this::saved);
        MeasuredFile measuring = new MeasuredFile(new PolicyReader().defaults());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean failed = false;
        for (Path file : files) {
            SignalsSummary summary = new SignalsSummary();
            try {
                ImportRequest request = mapping.map(ImportRequest.of(file)::mappedBy).orElse(ImportRequest.of(file));
                measuring.read(request, record -> {
                    summary.add(record);
                    out.println(json ? line(record) : text(record));
                }, reject -> {
                    summary.reject();
                    if (summary.rejects() <= REJECTS_SHOWN) {
                        err.println(file.getFileName() + ", line " + reject.line() + ": " + reject.reason());
                    }
                });
                if (!json) {
                    out.println(summary.sentence(file.getFileName().toString()));
                } else if (summary.rejects() > REJECTS_SHOWN) {
                    err.println(file.getFileName() + ": " + summary.rejects() + " lines could not be read in all.");
                }
            } catch (InputException e) {
                failed = true;
                err.println(e.getMessage());
            }
            out.flush();
        }
        return failed ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    private MappingProfile saved(String name) {
        try (Workspace open = workspace.open()) {
            return new MappingProfiles(open.settings()).named(name);
        }
    }

    private String line(MeasuredRecord measured) {
        ObjectNode node = mapper.createObjectNode();
        node.put("id", measured.record().id());
        node.put("refusal", word(measured.refusal()));
        JsonOutput.put(node, "toxicity", tidy(measured.value(LogSignal.TOXICITY)));
        JsonOutput.put(node, "hedges", tidy(measured.signals().get(LogSignal.HEDGES)));
        node.put("language", measured.language());
        ArrayNode flags = node.putArray("flags");
        measured.flags().forEach(flag -> put(flags.addObject(), flag));
        spans(node.putArray("refusalSpans"), measured.refusalSpan());
        node.put("detectors", measured.detectorVersions());
        ObjectNode signals = node.putObject("signals");
        measured.signals().measured().forEach((signal, value) -> signals.put(signal.name(), tidy(value)));
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode node, Flag flag) {
        node.put("kind", flag.kind().name());
        node.put("detector", flag.detector());
        node.put("version", flag.version());
        JsonOutput.put(node, "score", flag.score());
        node.put("reason", flag.reason());
        node.put("in", flag.inPrompt() ? "prompt" : "response");
        spans(node.putArray("spans"), flag.evidence());
    }

    private static void spans(ArrayNode array, List<TextSpan> spans) {
        spans.forEach(span -> array.addObject().put("start", span.start()).put("end", span.end()));
    }

    /** Signals are kept as float; as a double the rounding would show digits that mean nothing. */
    private static double tidy(double value) {
        return Double.parseDouble(Float.toString((float) value));
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case REFUSED -> "REFUSED";
            case PARTIALLY_REFUSED -> "PARTIAL";
            case COMPLIED -> "COMPLIED";
            case SAFE, UNSAFE, UNSCORED -> "UNCLEAR";
        };
    }

    /** For people to read, so what is sensitive is covered up; the spans of {@code --json} are places in the text as logged. */
    private static String text(MeasuredRecord logged) {
        MeasuredRecord measured = MaskedRecord.of(logged);
        String evidence = measured.refusalSpan().stream().findFirst()
            .map(span -> " “" + measured.record().response().substring(span.start(), span.end()).replaceAll("\\s+", " ") + "”").orElse("");
        String flags = measured.flags().stream().map(flag -> flag.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-12s %-8s %-2s  toxicity %s  hedges %s  %s%s", measured.record().id(), word(measured.refusal()),
            measured.language(), number(measured.value(LogSignal.TOXICITY)), number(measured.signals().get(LogSignal.HEDGES)), flags, evidence);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
