package io.plumbline.app.cli;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.InputException;
import io.plumbline.store.WorkspaceException;
import io.plumbline.store.WorkspaceInUseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one sentence for a person and an exit code for a script. */
final class SentenceOnError implements IExecutionExceptionHandler {

    private static final Logger LOG = System.getLogger(SentenceOnError.class.getName());

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InputException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof WorkspaceInUseException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.WORKSPACE_IN_USE;
        }
        if (failure instanceof CancelledException) {
            command.getErr().println("Cancelled; nothing was left behind.");
            return ExitCode.FAILED;
        }
        if (failure instanceof WorkspaceException) {
            LOG.log(Level.DEBUG, "the workspace can't be used", failure);
            command.getErr().println(failure.getMessage());
            return ExitCode.FAILED;
        }
        LOG.log(Level.ERROR, "command failed", failure);
        command.getErr().println("Something went wrong inside the program: " + failure
            + ". Your workspace is as it was before the command. The details are above.");
        return ExitCode.FAILED;
    }
}
