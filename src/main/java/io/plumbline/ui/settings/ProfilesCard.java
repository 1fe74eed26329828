package io.plumbline.ui.settings;

import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.MappingProfiles;
import io.plumbline.domain.ImportKind;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.shell.Dialogs;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The column mappings that were saved under a name. */
final class ProfilesCard {

    private final MappingProfiles profiles;
    private final Dialogs dialogs;
    private final TableView<MappingProfile> table = Tables.dense("None saved yet. The import dialog saves a mapping under a name, so that next "
        + "month's export needs no mapping.");

    ProfilesCard(MappingProfiles profiles, Dialogs dialogs) {
        this.profiles = profiles;
        this.dialogs = dialogs;
    }

    Node node() {
        table.setId("profiles");
        table.getColumns().add(Tables.drawn("Profile", 220, profile -> Words.strong(profile.name())));
        table.getColumns().add(Tables.text("For", 140, profile -> profile.kind() == ImportKind.LOG ? "production logs" : "evaluation runs"));
        table.getColumns().add(Tables.text("Columns", 700, ProfilesCard::columns));
        table.getColumns().add(Tables.drawn("", 90, this::remove));
        table.getItems().setAll(profiles.list());
        VBox.setVgrow(table, Priority.ALWAYS);
        return Card.titled("Import profiles", "").flush().with(table);
    }

    private static String columns(MappingProfile profile) {
        return profile.mapping().columns().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
            .map(entry -> entry.getValue() + " → " + entry.getKey().title()).collect(Collectors.joining(", "));
    }

    private Node remove(MappingProfile profile) {
        Hyperlink link = new Hyperlink("Remove");
        link.setAccessibleText("Remove the profile " + profile.name());
        link.setOnAction(e -> dialogs.confirm("Remove the profile “" + profile.name() + "”?", "What was imported with it stays.", "Remove profile", () -> {
            profiles.remove(profile.name());
            table.getItems().remove(profile);
        }));
        return link;
    }
}
