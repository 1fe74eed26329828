package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.store.JournalMerge;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: brings the decisions of another copy of this workspace into its journal; neither side loses a line. */
@Command(name = "merge", mixinStandardHelpOptions = true,
    description = "Merges another workspace's decision journal into this one. Neither side loses an entry.")
final class MergeCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Parameters(paramLabel = "OTHER", description = "The other workspace's folder, or its journal.jsonl.")
    private Path other;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            JournalMerge merge = open.decisions().merge(other);
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                ObjectNode document = json.object().put("commonLine", merge.common()).put("merged", merge.merged());
                ArrayNode conflicts = document.putArray("conflicts");
                merge.conflicts().forEach(conflict -> conflicts.addObject().put("kind", conflict.kind()).put("subject",
                    conflict.subject()));
                json.print(out, document);
            } else {
                out.println(merge.isNothingNew() ? "The other journal holds nothing that this one lacks."
                    : "%,d lines of the other journal came in; both journals share the lines up to %,d.".formatted(merge.merged(),
                        merge.common()));
                merge.conflicts().forEach(conflict -> out.println("Both sides decided " + conflict.subject() + " (" + conflict.kind()
                    + "). Both decisions are kept; a person has to decide it again."));
                out.flush();
            }
        }
        return ExitCode.OK;
    }
}
