package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.Rehearsal;
import io.plumbline.imports.StatedPurpose;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: brings files into a workspace. A file that can't be used does not keep the others out. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Imports evaluation runs and production logs. What a file is, is told from its content.",
    exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:every file was imported or was there already", "3:a file can't be used"})
public final class ImportCommand implements Callable<Integer> {

    private static final int REJECTS_SHOWN = 3;

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--kind", paramLabel = "run|log", description = "What the files hold, where their content leaves it open.")
    private ImportKind kind;

    @Option(names = "--profile", paramLabel = "NAME", description = "Saved column mapping to use for tables.")
    private String profile;

    @Option(names = "--model", paramLabel = "NAME", description = "Name of the model, for files that do not hold it.")
    private String model = "";

    @Option(names = "--purpose", paramLabel = "safety|benign|borderline|capability", description = "What evaluation runs are evidence of, where the "
        + "file does not say it: prompts that ask for harm, that ask for nothing bad, that only sound like harm, or what the model can do.")
    private StatedPurpose purpose;

    @Option(names = "--keep-whole", description = "Of a compressed file that breaks off, import the whole records before the break.")
    private boolean keepWhole;

    @Option(names = "--signals", paramLabel = "all|labels", description = "What is measured on each record of a log: all = every built-in "
        + "signal (the default); labels = only what the file brings, several times as fast.")
    private Signals signals = Signals.ALL;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to import. A file of scores or feedback (Langfuse, "
        + "LangSmith) named beside its log is joined to the calls in it.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode document = json.object();
        ArrayNode imports = document.putArray("imports");
        ArrayNode errors = document.putArray("errors");
        Rehearsal.begin(files.get(0));
        try (Workspace open = workspace.open()) {
            ImportService service = new WorkspaceImportService(open);
            List<Path> scores = service.scoreFiles(files);
            for (Path file : files.stream().filter(each -> !scores.contains(each)).toList()) {
                try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
                    ImportManifest manifest = service.importFile(request(file, service).joining(scores), progress);
                    List<Reject> rejects = manifest.rejected() == 0 ? List.of() : open.imports().rejects(manifest.id(), 0, REJECTS_SHOWN);
                    ImportJson.put(imports.addObject(), manifest);
                    tell(manifest, rejects);
                } catch (InputException e) {
                    errors.addObject().put("file", file.toString()).put("error", e.getMessage());
                    spec.commandLine().getErr().println(e.getMessage());
                }
            }
        }
        if (json.wanted()) {
            json.print(spec.commandLine().getOut(), document);
        }
        return errors.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private ImportRequest request(Path file, ImportService service) {
        ImportRequest request = ImportRequest.of(file).ofModel(model).measuring(signals.depth);
        if (profile != null) {
            request = request.mappedBy(service.profiles().named(profile));
        }
        if (kind != null) {
            request = request.as(kind);
        }
        if (purpose != null) {
            request = request.asEvidenceOf(purpose);
        }
        return keepWhole ? request.keepingWholeRecords() : request;
    }

    private void tell(ImportManifest manifest, List<Reject> rejects) {
        if (json.wanted()) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (manifest.records() == 0) {
            out.printf("%s: nothing new, all %,d records are in the workspace already (import %s)%s%n", manifest.file(), manifest.duplicates(),
                manifest.id(), manifest.rejected() == 0 ? "" : ", %,d rejected".formatted(manifest.rejected()));
            details(manifest, rejects);
            return;
        }
        out.printf("%s: %,d records (%s, %s) in %.1f s, %,d rejected, %,d duplicates, %,d canaries%n", manifest.file(), manifest.records(),
            manifest.format(), manifest.model(), manifest.seconds(), manifest.rejected(), manifest.duplicates(), manifest.canaries());
        details(manifest, rejects);
    }

    private void details(ImportManifest manifest, List<Reject> rejects) {
        PrintWriter out = spec.commandLine().getOut();
        manifest.remarks().forEach(remark -> out.printf("  %s%n", remark));
        rejects.forEach(reject -> out.printf("  line %d: %s%n", reject.line(), reject.reason()));
        if (manifest.rejected() > rejects.size()) {
            out.printf("  … and %,d more%n", manifest.rejected() - rejects.size());
        }
        out.flush();
    }

    /** How much is measured, in the words of the command line. */
    private enum Signals {
        ALL(MeasuringDepth.EVERYTHING), LABELS(MeasuringDepth.LABELS);

        private final MeasuringDepth depth;

        Signals(MeasuringDepth depth) {
            this.depth = depth;
        }
    }
}
