package io.plumbline.store;

import io.plumbline.domain.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that works on a workspace until it is killed, and says on standard output what was confirmed to it. */
public final class WorkspaceChild {

    private static final int RECORDS_PER_FILE = 2500;

    private WorkspaceChild() {
    }

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[1]);
        int round = Integer.parseInt(arguments[2]);
        try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            say("open");
            switch (arguments[0]) {
                case "import" -> importForEver(workspace, round);
                case "decide" -> decideForEver(workspace, round);
                case "hold" -> waitForEver();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void importForEver(Workspace workspace, int round) {
        for (int file = 0; file < 10_000; file++) {
            int first = (round * 1000 + file) * RECORDS_PER_FILE;
            say("file " + file);
            String id = Records.importLog(workspace, "file-" + round + "-" + file, Records.records(first, first + RECORDS_PER_FILE));
            say("imported " + id);
            if (file % 4 == 3) {
                workspace.imports().undo(id, Progress.NONE);
                say("undone " + id);
            }
        }
    }

    private static void decideForEver(Workspace workspace, int round) {
        for (int i = 0; i < 1_000_000; i++) {
            say("decided " + workspace.decisions().record("label.set", "item-" + i, Map.of("round", round, "i", i, "more", List.of("x")))
                .sequence());
        }
    }

    private static void waitForEver() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
