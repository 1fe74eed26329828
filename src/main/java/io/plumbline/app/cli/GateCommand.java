package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvidenceStrength;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.GateRule;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.signoff.GateState;
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

/** {@code gate}: what the policy says of a candidate, as an exit code that a pipeline can act on. It decides nothing. */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Apply the gate policy to a comparison.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:standard monitoring, or what was required is met", "10:enhanced monitoring", "20:human review", "30:block",
        "40:not enough evidence"})
final class GateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private ComparisonOptions options;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy to apply instead of the workspace's.")
    private Path policyFile;

    @Option(names = "--require", paramLabel = "OUTCOME",
        description = "Exit with 0 only if the outcome is at least this good, standard or enhanced, and the evidence suffices.")
    private RequiredOutcome require;

    @Option(names = "--approved", description = "Exit with 0 only if people have approved the gate and the approval still stands.")
    private boolean approved;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            Policy policy = policyFile == null ? workspace.policy() : new PolicyReader().read(policyFile);
            GateDossier gate = new GateDossiers(workspace, Clock.systemUTC()).assemble(options.request(), policy);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(gate, policy));
            } else {
                GateText.print(spec.commandLine().getOut(), gate);
            }
            return answer(gate);
        } catch (UnknownJudgeException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }

    /** Without a demand the outcome itself; with one, 0 where it is met. */
    private int answer(GateDossier gate) {
        int code = exitCode(gate.result().outcome(), gate.result().evidence());
        if (approved && gate.state() != GateState.APPROVED) {
            return code == ExitCode.OK ? ExitCode.FAILED : code;
        }
        boolean met = approved && require == null ? !gate.result().evidence().equals(EvidenceStrength.NOT_ENOUGH_EVIDENCE)
            : require != null && require.isMetBy(gate.result().outcome(), gate.result().evidence());
        return met ? ExitCode.OK : code;
    }

    static int exitCode(GateOutcome outcome, EvidenceStrength evidence) {
        if (evidence == EvidenceStrength.NOT_ENOUGH_EVIDENCE) {
            return 40;
        }
        return switch (outcome) {
            case STANDARD -> ExitCode.OK;
            case ENHANCED -> 10;
            case HUMAN_REVIEW -> 20;
            case BLOCK -> 30;
        };
    }

    private ObjectNode document(GateDossier gate, Policy policy) {
        ObjectNode document = json.object();
        document.put("outcome", gate.result().outcome().name());
        document.put("evidence", gate.result().evidence().name());
        document.put("standing", gate.state().name()).put("standingBecause", gate.stateReason());
        document.put("judge", gate.comparison().judge());
        document.put("policy", policy.name() + ", version " + policy.version());
        document.put("outcomeInPoints", gate.result().outcomeInPoints().name());
        ArrayNode rules = document.putArray("rules");
        for (GateRule rule : gate.result().rules()) {
            ObjectNode node = rules.addObject().put("rule", rule.rule()).put("metric", rule.metric());
            JsonOutput.put(node, "value", rule.value());
            JsonOutput.put(node, "threshold", rule.threshold());
            node.put("fired", rule.fired()).put("outcome", rule.outcome().name()).put("evidence", rule.strength().name())
                .put("sentence", rule.sentence());
        }
        ArrayNode missing = document.putArray("missing");
        gate.missing().forEach(missing::add);
        document.put("residualGaps", gate.gaps().text());
        return document;
    }
}
