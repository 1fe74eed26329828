package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.signoff.AcceptanceRegister;
import io.plumbline.signoff.AcceptanceRegister.Attention;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code acceptances}: the register of risk acceptances, what needs somebody first. */
@Command(name = "acceptances", mixinStandardHelpOptions = true,
    description = "Lists risk acceptances: overdue, ending soon, waiting. Exit code 1 if a decision rests on one that ended.")
final class AcceptancesCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            List<AcceptanceRegister.Line> lines = new AcceptanceRegister(open, Clock.systemUTC()).lines(open.policy());
            PrintWriter out = spec.commandLine().getOut();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("acceptances");
                lines.forEach(line -> put(list.addObject(), line));
                json.print(out, document);
            } else {
                lines.forEach(line -> print(out, line));
                if (lines.isEmpty()) {
                    out.println("No risk acceptance has been asked for.");
                }
                out.flush();
            }
            return lines.stream().anyMatch(line -> line.attention() == Attention.OVERDUE) ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private static void print(PrintWriter out, AcceptanceRegister.Line line) {
        RiskAcceptance acceptance = line.acceptance();
        out.println(acceptance.id() + "  " + acceptance.state().word() + ", " + line.words() + "  " + acceptance.scope() + "  asked by "
            + acceptance.requester() + ", owner " + (acceptance.owner().isEmpty() ? "not named" : acceptance.owner()) + ", until "
            + acceptance.expires());
        if (!acceptance.stateReason().isEmpty()) {
            out.println("  " + acceptance.stateReason());
        }
    }

    private static void put(ObjectNode node, AcceptanceRegister.Line line) {
        RiskAcceptance acceptance = line.acceptance();
        node.put("id", acceptance.id()).put("gate", acceptance.gateId()).put("state", acceptance.state().name())
            .put("attention", line.attention().name()).put("days", line.days()).put("words", line.words()).put("scope", acceptance.scope())
            .put("reason", acceptance.reason()).put("conditions", acceptance.conditions()).put("owner", acceptance.owner())
            .put("requester", acceptance.requester()).put("requestedAt", acceptance.requestedAt().toString())
            .put("decidedBy", acceptance.decidedBy()).put("expires", acceptance.expires().toString())
            .put("stateReason", acceptance.stateReason());
    }
}
