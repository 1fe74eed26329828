package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.ImportManifest;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code imports}: what was imported, from which file, when and by whom. */
@Command(name = "imports", mixinStandardHelpOptions = true, description = "Lists the imports of a workspace, oldest first.")
final class ImportsCommand implements Callable<Integer> {

    private static final int HASH_SHOWN = 12;

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            List<ImportManifest> imports = open.imports().list();
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("imports");
                imports.forEach(manifest -> ImportJson.put(list.addObject(), manifest));
                ArrayNode interrupted = document.putArray("interrupted");
                open.imports().interrupted().forEach(interrupted::add);
                json.print(out, document);
            } else {
                imports.forEach(manifest -> tell(out, manifest));
                out.println(imports.isEmpty() ? "Nothing was imported yet." : "%d imports".formatted(imports.size()));
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    private static void tell(PrintWriter out, ImportManifest manifest) {
        out.printf("%s  %s  %s  %,d bytes, sha256 %s…%n", manifest.id(), manifest.started(), manifest.file(), manifest.bytes(),
            manifest.sha256().substring(0, Math.min(HASH_SHOWN, manifest.sha256().length())));
        out.printf("    %s, %s%s, by %s: %,d records, %,d rejected, %,d duplicates, %,d canaries, %.1f s%n", manifest.format(),
            manifest.model(), manifest.profile().isEmpty() ? "" : ", mapping " + manifest.profile(), manifest.importedBy(),
            manifest.records(), manifest.rejected(), manifest.duplicates(), manifest.canaries(), manifest.seconds());
        manifest.remarks().forEach(remark -> out.println("    " + remark));
    }
}
