package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.detection.FlagChanges;
import io.plumbline.detection.RulesApplication;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.store.Workspace;
import io.plumbline.triage.FlagWords;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code policy apply}: judges what is stored by the rules that are in force now. */
@Command(name = "apply", mixinStandardHelpOptions = true,
    description = "Judges stored records by the policies, limits and detectors that are in force now: all of them or none. Labels stay; a labelled "
        + "record keeps the flags it was judged by beside the new ones. The journal holds who asked and what changed.")
final class PolicyApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption where;

    @Mixin
    private JsonOutput json;

    @Option(names = "--preview", description = "Say how many flags would come and go, and change nothing.")
    private boolean preview;

    @Override
    public Integer call() {
        try (Workspace workspace = where.open(); TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            RulesApplication application = new RulesApplication(workspace);
            FlagChanges changes = preview ? application.preview(progress) : application.apply(progress);
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                json.print(out, document(changes));
            } else {
                print(out, changes);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(FlagChanges changes) {
        ObjectNode document = json.object().put("preview", preview).put("records", changes.records()).put("changed", changes.changed())
            .put("labelled", changes.labelled()).put("withoutText", changes.withoutText()).put("come", changes.come()).put("go", changes.go())
            .put("renewed", changes.renewed());
        ArrayNode flags = document.putArray("flags");
        changes.rows().forEach(row -> flags.addObject().put("kind", row.kind().name().toLowerCase(Locale.ROOT)).put("by", row.by())
            .put("category", row.category()).put("before", row.before()).put("after", row.after()).put("come", row.come()).put("go", row.go())
            .put("renewed", row.renewed()));
        return document;
    }

    private void print(PrintWriter out, FlagChanges changes) {
        out.println((preview ? "Would change " : "Changed ") + changes.changed() + " of " + changes.records() + " stored records: " + changes.come()
            + " flags come, " + changes.go() + " go, " + changes.renewed() + " are renewed.");
        changes.rows().stream().filter(FlagChanges.Row::isChange).forEach(row -> out.printf(Locale.ROOT, "  %-40s %-20s %8d -> %8d  (+%d, -%d, %d renewed)%n",
            FlagWords.of(row.kind()) + (row.by().isEmpty() ? "" : ": " + VisibleText.of(row.by())), VisibleText.of(row.category()), row.before(),
            row.after(), row.come(), row.go(), row.renewed()));
        if (changes.labelled() > 0) {
            out.println("  " + changes.labelled() + " of them have a label and keep the flags they were judged by.");
        }
        if (changes.withoutText() > 0) {
            out.println("  " + changes.withoutText() + " records have no text any more; what rests on texts stays there as it was.");
        }
        out.flush();
    }
}
