package io.plumbline.ui.settings;

import io.plumbline.domain.ProgramVersion;
import io.plumbline.store.Decisions;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.common.ErrorSurface;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Which program, which workspace, and the end of its journal. */
final class AboutCard {

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;

    AboutCard(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    Node node() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        Label journal = Words.mono("");
        grid.addRow(0, Words.body("Program"), Words.body("Plumbline " + ProgramVersion.current()));
        grid.addRow(1, Words.body("Workspace"), Words.mono(workspace.directory().toString()));
        grid.addRow(2, Words.body("Journal"), journal);
        grid.addRow(3, Words.body("Network"), Words.body("None. Nothing leaves this machine."));
        grid.addRow(4, Words.body("Fonts"), Words.body("IBM Plex Sans and Mono, SIL Open Font License 1.1. Icons: Feather, MIT."));
        int row = 5;
        for (String notice : workspace.notices()) {
            grid.addRow(row++, Words.body("Notice"), Words.wrapped(Words.body(notice)));
        }
        tasks.start("settings.about", "Reading the journal", progress -> workspace.decisions().head(), head -> journal.setText(words(head)),
            errors::show);
        return Card.titled("About", "").with(grid);
    }

    private static String words(Decisions.Head head) {
        return head.sequence() == 0 ? "no decision yet" : Figures.count(head.sequence()) + " decisions, last hash "
            + head.hash().substring(0, Math.min(12, head.hash().length()));
    }
}
