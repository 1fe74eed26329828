package io.plumbline.bench;

import io.plumbline.store.JournalVerification;
import io.plumbline.store.JournalVerifier;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How long it takes to open a workspace with many signed decisions and to check every signature. Arguments: a folder (made where it is
 * missing) and the number of decisions it is to have.
 */
public final class JournalSpeed {

    private static final String REASON = "Read beside the answer of the base model; it names the reagents and the order of steps.";

    private JournalSpeed() {
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int wanted = Integer.parseInt(args[1]);
        if (!Files.exists(folder)) {
            fill(folder, wanted);
        }
        for (int run = 1; run <= 3; run++) {
            long start = System.nanoTime();
            try (Workspace workspace = Workspaces.open(folder, "Anna")) {
                long opened = System.nanoTime();
                JournalVerification found = JournalVerifier.verify(folder);
                System.out.printf("%,d lines: opened in %,d ms, verified in %,d ms, %s%n", found.lines(), (opened - start) / 1_000_000,
                    (System.nanoTime() - opened) / 1_000_000, found.holds() ? "holds" : found.firstBroken().orElseThrow().reason());
            }
        }
    }

    private static void fill(Path folder, int wanted) {
        long start = System.nanoTime();
        try (Workspace workspace = Workspaces.open(folder, "Anna")) {
            workspace.people().createKey("Anna", "correct horse".toCharArray());
            for (int i = 1; i < wanted; i++) {
                workspace.decisions().record("label.set", "model/record-" + i, Map.of("label", "harmful", "reason", REASON));
            }
        }
        System.out.printf("%,d decisions signed and on disk in %,d ms%n", wanted, (System.nanoTime() - start) / 1_000_000);
    }
}
