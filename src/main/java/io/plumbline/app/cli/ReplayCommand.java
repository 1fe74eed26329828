package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.signoff.DecidedGate;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.signoff.GateState;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: computes gate decisions again from what they stored and says what is not as it was. */
@Command(name = "replay", mixinStandardHelpOptions = true,
    description = "Computes decisions at the gate again. Exit code 1 if one no longer stands on the same ground.")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Parameters(arity = "0..1", paramLabel = "DECISION", defaultValue = "",
        description = "The gate's short name (G-…), or the beginning of the decision's hash. Default: the latest decision at every gate.")
    private String decision;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            Policy policy = open.policy();
            List<DecidedGate> gates = new GateDossiers(open, Clock.systemUTC()).decided(policy).stream().filter(this::isMeant).toList();
            if (gates.isEmpty() && !decision.isEmpty()) {
                throw new InputException("No decision here is named " + decision + ". `replay` without a name lists them all.");
            }
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("decisions");
                gates.forEach(gate -> put(list.addObject(), gate));
                json.print(spec.commandLine().getOut(), document);
            } else {
                print(spec.commandLine().getOut(), gates);
            }
            return gates.stream().allMatch(gate -> stands(gate.state())) ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private boolean isMeant(DecidedGate gate) {
        GateDecision decided = gate.decision();
        return decision.isEmpty() || decided.subject().shortName().equals(decision.toUpperCase(Locale.ROOT))
            || decided.entry().hash().startsWith(decision.toLowerCase(Locale.ROOT));
    }

    private static boolean stands(GateState state) {
        return state == GateState.APPROVED || state == GateState.BLOCKED;
    }

    private static void print(PrintWriter out, List<DecidedGate> gates) {
        for (DecidedGate gate : gates) {
            GateDecision decided = gate.decision();
            out.println(decided.subject().shortName() + "  " + decided.act().words() + ", " + decided.by() + ", " + decided.at() + ", line "
                + decided.entry().sequence() + ", " + decided.entry().hash());
            out.println("  " + gate.state().word() + ": " + (stands(gate.state()) ? "computed again with the same outcome, "
                + decided.outcome().word() + " (" + decided.evidence().word() + ")." : gate.reason()));
        }
        if (gates.isEmpty()) {
            out.println("Nothing has been decided at any gate yet.");
        }
        out.flush();
    }

    private static void put(ObjectNode node, DecidedGate gate) {
        GateDecision decided = gate.decision();
        node.put("gate", decided.subject().shortName()).put("base", decided.baseRunId()).put("candidate", decided.candidateRunId())
            .put("act", decided.act().name()).put("by", decided.by()).put("at", decided.at().toString()).put("outcome", decided.outcome().name())
            .put("evidence", decided.evidence().name()).put("line", decided.entry().sequence()).put("hash", decided.entry().hash())
            .put("programVersion", decided.inputs().programVersion()).put("state", gate.state().name()).put("stands", stands(gate.state()))
            .put("reason", gate.reason());
    }
}
