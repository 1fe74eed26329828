package io.plumbline.app.cli;

import io.plumbline.app.Start;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. Each subcommand is a class of its own beside this one and calls the services that the window calls. */
@Command(name = "plumbline", mixinStandardHelpOptions = true, versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "A workbench for the safety of fine-tuned language models. Without a command it opens the window.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a check failed", "2:wrong use", "3:bad input", "4:workspace in use",
        "10, 20, 30, 40:outcome of the gate: enhanced, human review, block, not enough evidence"})
public final class PlumblineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspace;

    @Override
    public Integer call() {
        return new Start().run(workspace.directory(), spec.commandLine().getOut());
    }

    /** With every command, ready to execute; errors become one sentence on standard error and the exit codes of {@link ExitCode}. */
    public static CommandLine commandLine() {
        return with(Subcommands.all());
    }

    /** The command line as far as these arguments need it: setting up all commands takes longer than most of them take themselves. */
    public static CommandLine commandLine(String... arguments) {
        return with(Subcommands.neededFor(arguments));
    }

    private static CommandLine with(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new PlumblineCommand());
        commands.forEach(line::addSubcommand);
        return line
            .setOut(TerminalWriter.standardOutput())
            .setErr(TerminalWriter.standardError())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new SentenceOnError());
    }
}
