package io.plumbline.app.cli;

import io.plumbline.domain.Policy;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.report.GateReports;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report gate}: outcome, rules, categories and decisions of one gate. */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Write the report on a gate.")
final class ReportGateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private ComparisonOptions options;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy to apply instead of the workspace's.")
    private Path policyFile;

    @Mixin
    private ReportOutput output;

    @Override
    public Integer call() {
        output.check();
        try (Workspace workspace = workspaceOption.open()) {
            Policy policy = policyFile == null ? workspace.policy() : new PolicyReader().read(policyFile);
            output.write(new GateReports(workspace, Clock.systemUTC()).on(options.request(), policy), "gate", workspace, spec.commandLine().getOut());
            return ExitCode.OK;
        } catch (UnknownJudgeException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
