package io.plumbline.store;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
                case "import" -> importForEver(workspace, round, 4);
                case "undo" -> importForEver(workspace, round, 1);
                case "fill" -> fill(workspace, round);
                case "everything" -> everythingForEver(workspace, round);
                case "decide" -> decideForEver(workspace, round);
                case "revise" -> reviseForEver(workspace, round);
                case "retain" -> {
                    workspace.close();
                    retainForEver(directory, round);
                }
                case "hold" -> waitForEver();
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /** @param undoEvery of so many imports the last is taken back */
    private static void importForEver(Workspace workspace, int round, int undoEvery) {
        for (int file = 0; file < 10_000; file++) {
            int first = (round * 1000 + file) * RECORDS_PER_FILE;
            say("file " + file);
            String id = Records.importLog(workspace, "file-" + round + "-" + file, Records.records(first, first + RECORDS_PER_FILE));
            say("imported " + id);
            if (file % undoEvery == undoEvery - 1) {
                workspace.imports().undo(id, Progress.NONE);
                say("undone " + id);
            }
        }
    }

    private static void fill(Workspace workspace, int round) {
        try {
            importForEver(workspace, round, Integer.MAX_VALUE);
        } catch (WorkspaceException e) {
            say("full");
            waitForEver();
        }
    }

    private static void everythingForEver(Workspace workspace, int round) {
        List.<Runnable>of(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                workspace.decisions().record("label.set", "item-" + i, Map.of("round", round, "i", i));
            }
        }, () -> {
            for (int i = 0; i < 1_000_000; i++) {
                workspace.settings().put("setting-" + i % 50, "value " + i);
            }
        }, () -> {
            for (int i = 0; i < 1_000_000; i++) {
                workspace.log().page(LogFilter.everything(), i % 1000, 10);
            }
        }).forEach(work -> new Thread(work).start());
        importForEver(workspace, round, 4);
    }

    private static void reviseForEver(Workspace workspace, int round) {
        if (round == 0) {
            for (int file = 0; file < 4; file++) {
                Records.importLog(workspace, "file-" + file, Records.records(file * RECORDS_PER_FILE, (file + 1) * RECORDS_PER_FILE));
            }
        }
        say("ready");
        for (int i = 0; i < 1_000_000; i++) {
            String topic = "T" + round + "-" + i;
            workspace.log().revise(record -> record.withTopic(topic), Progress.NONE);
            say("revised " + topic);
        }
    }

    /** Imports a file, removes the texts of its first half and of all that is older, and closes, which writes the database's file anew. */
    private static void retainForEver(Path directory, int round) {
        for (int file = 0; file < 1000; file++) {
            int first = (round * 1000 + file) * RECORDS_PER_FILE;
            int half = first + RECORDS_PER_FILE / 2;
            try (H2Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
                Records.importLog(workspace, "file-" + round + "-" + file, Records.records(first, first + RECORDS_PER_FILE));
                say("ready");
                workspace.texts().remove(Records.START.plusSeconds(600L * half), new TextsKept(Set.of(), List.of(), Set.of()),
                    LocalDate.parse("2026-12-01"), Progress.NONE);
                say("removed " + half);
            }
            say("closed " + half);
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
