package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.imports.UndoConsequence;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undo}: takes an import back. The act is journalled. */
@Command(name = "undo", mixinStandardHelpOptions = true,
    description = "Takes an import back: its records leave every number. Decisions that refer to them stay, and the act is journalled.")
final class UndoCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--dry-run", description = "Only says what rests on the import and what would be missing without it.")
    private boolean dryRun;

    @Parameters(paramLabel = "IMPORT", description = "Id of the import, as the command imports lists it.")
    private String importId;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            ImportManifest manifest = open.imports().list().stream().filter(m -> m.id().equals(importId)).findFirst()
                .orElseThrow(() -> new InputException("There is no import " + importId + " in this workspace. The command imports lists them."));
            UndoConsequence consequence = UndoConsequence.of(manifest, open);
            if (dryRun) {
                say(consequence);
                return ExitCode.OK;
            }
            List<Imports.LeftOut> missing = consequence.missing();
            open.imports().undo(importId, Progress.NONE);
            if (json.wanted()) {
                ObjectNode document = json.object();
                ImportJson.put(document.putObject("undone"), manifest);
                put(document, consequence);
                json.print(spec.commandLine().getOut(), document);
            } else {
                spec.commandLine().getOut().printf("%s (%s) is taken back: %,d records left the workspace.%n", manifest.id(), manifest.file(),
                    manifest.records());
                missing.forEach(left -> spec.commandLine().getOut().printf("%,d records of %s had been left out because this import had them, and are "
                    + "missing now. Take %s back and import %s again to have them.%n", left.records(), left.file(), left.importId(), left.file()));
                spec.commandLine().getOut().flush();
            }
        }
        return ExitCode.OK;
    }

    private void say(UndoConsequence consequence) {
        if (json.wanted()) {
            ObjectNode document = json.object();
            ImportJson.put(document.putObject("wouldUndo"), consequence.manifest());
            put(document, consequence);
            json.print(spec.commandLine().getOut(), document);
        } else {
            consequence.sentences().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        }
    }

    private static void put(ObjectNode document, UndoConsequence consequence) {
        ObjectNode resting = document.putObject("resting");
        consequence.resting().forEach(resting::put);
        ArrayNode files = document.putArray("missing");
        consequence.missing().forEach(left -> files.addObject().put("import", left.importId()).put("file", left.file()).put("records", left.records()));
    }
}
