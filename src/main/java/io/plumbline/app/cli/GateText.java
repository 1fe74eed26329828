package io.plumbline.app.cli;

import io.plumbline.signoff.GateDossier;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the gate says, as lines for a person at a terminal. */
final class GateText {

    private GateText() {
    }

    static void print(PrintWriter out, GateDossier gate) {
        out.println("Outcome: " + gate.result().outcome().word() + ", " + gate.result().evidence().word());
        gate.result().fired().forEach(rule -> out.println("  fired: " + rule.sentence() + " [" + rule.rule() + "]"));
        missing(gate).forEach(sentence -> out.println("  missing: " + sentence));
        out.println(gate.gaps().text());
        out.flush();
    }

    /** What the numbers lack and what people have yet to supply, each said once. */
    static List<String> missing(GateDossier gate) {
        Set<String> all = new LinkedHashSet<>(gate.result().missing());
        all.addAll(gate.openDemands());
        return new ArrayList<>(all);
    }
}
