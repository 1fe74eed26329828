package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.signals.sensitive.MaskedText;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rejects}: the lines that an import could not use and why; with {@code --replay} they are read anew with another mapping. */
@Command(name = "rejects", mixinStandardHelpOptions = true,
    description = "Lists the lines that an import could not use, or reads them anew with a corrected mapping.")
final class RejectsCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--replay", description = "Read these lines of the file anew; what they become is an import of its own.")
    private boolean replay;

    @Option(names = "--profile", paramLabel = "NAME", description = "Saved column mapping to read them with.")
    private String profile;

    @Option(names = "--model", paramLabel = "NAME", description = "Name of the model, for files that do not hold it.")
    private String model = "";

    @Option(names = "--file", paramLabel = "FILE", description = "Where the file is now, if it has moved since it was imported.")
    private Path file;

    @Parameters(paramLabel = "IMPORT", description = "Id of the import, as the command imports lists it.")
    private String importId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            ImportManifest manifest = open.imports().list().stream().filter(m -> m.id().equals(importId)).findFirst()
                .orElseThrow(() -> new InputException("There is no import " + importId + " in this workspace. The command imports lists them."));
            if (replay) {
                replay(new WorkspaceImportService(open), manifest);
            } else {
                list(manifest, open.imports().rejects(importId, 0, Integer.MAX_VALUE));
            }
        }
        return ExitCode.OK;
    }

    private void replay(ImportService service, ImportManifest manifest) {
        Path path = Optional.ofNullable(file).or(() -> service.paths().of(importId)).orElseThrow(() -> new InputException(manifest.file()
            + " is not where it was when it was imported. Say where it is now (--file FILE)."));
        ImportRequest request = ImportRequest.of(path).ofModel(model);
        ImportManifest replayed = service.replayRejects(importId, profile == null ? request
            : request.mappedBy(service.profiles().named(profile)), Progress.NONE);
        if (json.wanted()) {
            ObjectNode document = json.object();
            ImportJson.put(document.putObject("replayed"), replayed);
            json.print(spec.commandLine().getOut(), document);
        } else {
            spec.commandLine().getOut().printf("%s: of %,d rejected lines %,d became records, %,d were there already, %,d stay rejected "
                + "(import %s)%n", replayed.file(), manifest.rejected(), replayed.records(), replayed.duplicates(), replayed.rejected(),
                replayed.id());
            spec.commandLine().getOut().flush();
        }
    }

    private void list(ImportManifest manifest, List<Reject> rejects) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.wanted()) {
            ObjectNode document = json.object();
            document.put("import", importId).put("file", manifest.file()).put("rejected", manifest.rejected());
            ArrayNode list = document.putArray("rejects");
            rejects.forEach(r -> list.addObject().put("line", r.line()).put("reason", r.reason()).put("excerpt", MaskedText.of(r.excerpt())));
            json.print(out, document);
        } else {
            rejects.forEach(reject -> out.printf("line %d: %s%n    %s%n", reject.line(), reject.reason(), MaskedText.of(reject.excerpt())));
            if (manifest.rejected() > rejects.size()) {
                out.printf("… and %,d more, of which only the number was kept%n", manifest.rejected() - rejects.size());
            }
            out.flush();
        }
    }
}
