package io.plumbline.app.cli;

import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.ResidualGaps;
import java.io.PrintWriter;
import java.util.List;

/** What the gate says, as lines for a person at a terminal. */
final class GateText {

    private GateText() {
    }

    static void print(PrintWriter out, GateDossier gate) {
        out.println("Outcome: " + gate.result().outcome().word() + ", " + gate.result().evidence().word() + ".");
        out.println("Standing: " + gate.state().word() + (gate.stateReason().isEmpty() ? "." : ". " + gate.stateReason()));
        lines(out, "Rules that fired", gate.result().fired().stream().map(rule -> rule.sentence() + " [" + rule.rule() + "]").toList());
        lines(out, "Not enough", gate.result().notEnough());
        lines(out, "Missing", gate.missing());
        lines(out, ResidualGaps.STATEMENT + " What it could not see",
            gate.gaps().gaps().stream().map(gap -> gap.title() + ": " + gap.finding()).toList());
        out.flush();
    }

    private static void lines(PrintWriter out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(title + ":");
            lines.forEach(line -> out.println("  - " + line));
        }
    }
}
