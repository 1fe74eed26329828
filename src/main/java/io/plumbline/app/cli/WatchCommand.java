package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.monitoring.WatchList;
import io.plumbline.monitoring.WatchedRecords;
import io.plumbline.signals.sensitive.MaskedText;
import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.signals.trigger.WatchKind;
import io.plumbline.store.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watch}: the texts that are looked for in every prompt, at import and in what is stored. */
@Command(name = "watch", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Lists the texts that are watched for in prompts; with a subcommand adds one or takes one off. Each change is journalled, and the "
        + "flags of stored records follow it.",
    subcommands = {WatchCommand.Add.class, WatchCommand.Remove.class})
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            List<WatchEntry> entries = new WatchList(workspace.decisions()).entries();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("entries");
                entries.forEach(entry -> put(list.addObject(), entry));
                json.print(spec.commandLine().getOut(), document);
            } else {
                spec.commandLine().getOut().println(entries.isEmpty() ? "Nothing is watched for. Add a text: plumbline watch add TEXT" : "Watch list");
                entries.forEach(entry -> spec.commandLine().getOut().println("  " + entry.id() + " “" + VisibleText.of(entry.text()) + "” ("
                    + entry.kind().word() + ")" + (entry.reason().isEmpty() ? "" : ": " + VisibleText.of(entry.reason()))));
                spec.commandLine().getOut().flush();
            }
            return ExitCode.OK;
        }
    }

    private static void put(ObjectNode node, WatchEntry entry) {
        node.put("id", entry.id()).put("kind", entry.kind().name()).put("text", MaskedText.of(entry.text())).put("reason", entry.reason())
            .put("addedBy", entry.addedBy()).put("added", entry.added().toString());
    }

    /** Changes the list, then goes through the stored records. */
    private static int change(CommandSpec spec, WorkspaceOption option, JsonOutput json, Function<WatchList, String> act) {
        try (Workspace workspace = option.open(); TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            String id = act.apply(new WatchList(workspace.decisions()));
            WatchedRecords records = new WatchedRecords(workspace);
            long changed = records.restate(progress);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), json.object().put("id", id).put("records", changed));
            } else {
                spec.commandLine().getOut().println(id + ": " + Figures.count(changed) + " stored records got or lost a flag.");
                spec.commandLine().getOut().flush();
            }
            return ExitCode.OK;
        }
    }

    /** {@code watch add}. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Watches for a text from now on, and flags stored records that hold it.")
    static final class Add implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private WorkspaceOption workspaceOption;

        @Mixin
        private JsonOutput json;

        @Option(names = "--as", paramLabel = "literal|regex|tokens", defaultValue = "literal",
            description = "How the text is meant: to the character, as a regular expression (RE2), or as words and signs whatever their case.")
        private WatchKind kind;

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why it is watched for.")
        private String reason;

        @Parameters(paramLabel = "TEXT", description = "What to look for in prompts.")
        private String text;

        @Override
        public Integer call() {
            return change(spec, workspaceOption, json, list -> list.add(kind, text, reason).id());
        }
    }

    /** {@code watch remove}. */
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Stops watching for a text, and takes its flags off stored records.")
    static final class Remove implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private WorkspaceOption workspaceOption;

        @Mixin
        private JsonOutput json;

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why it is taken off.")
        private String reason;

        @Parameters(paramLabel = "ID", description = "Name of the entry, as the command watch lists it.")
        private String id;

        @Override
        public Integer call() {
            return change(spec, workspaceOption, json, list -> {
                list.remove(id, reason);
                return id;
            });
        }
    }
}
