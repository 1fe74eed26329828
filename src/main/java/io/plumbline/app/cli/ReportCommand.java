package io.plumbline.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: documents for people who do not open the workbench. */
@Command(name = "report", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "gate|incident",
    description = "Write a gate report or an incident report.",
    subcommands = {ReportGateCommand.class, ReportIncidentCommand.class})
final class ReportCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which report: gate or incident? `plumbline report --help` shows both.");
    }
}
