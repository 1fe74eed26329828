package io.plumbline.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sampling}: how much of the traffic is read, and how much should be? */
@Command(name = "sampling", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Plan how much of the traffic to read, and estimate rates from a log that holds only a part of it.",
    subcommands = {SamplingPlanCommand.class, SamplingCheckCommand.class, SamplingScheduleCommand.class})
final class SamplingCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: sampling plan, sampling schedule, or sampling check.");
    }
}
