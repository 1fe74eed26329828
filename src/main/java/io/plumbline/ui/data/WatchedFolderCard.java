package io.plumbline.ui.data;

import io.plumbline.domain.ImportKind;
import io.plumbline.imports.MappingProfile;
import io.plumbline.imports.MappingProfiles;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.Words;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Names the folder whose files are imported by themselves, the model of files that name none, and the mapping of their columns. */
public final class WatchedFolderCard {

    private static final String BY_COLUMNS = "by the columns of each file";

    private final WatchedFolder watched;
    private final MappingProfiles profiles;
    private final ErrorSurface errors;
    private final TextField folder = new TextField();
    private final TextField model = new TextField();
    private final ComboBox<String> profile = new ComboBox<>();
    private final Label state = Words.wrapped(Words.meta(""));
    private final Button watch = new Button("Watch this folder");
    private final Button stop = new Button("Stop watching");

    public WatchedFolderCard(WatchedFolder watched, MappingProfiles profiles, ErrorSurface errors) {
        this.watched = watched;
        this.profiles = profiles;
        this.errors = errors;
    }

    public Node node() {
        folder.setId("watched-path");
        folder.setPromptText("Folder into which exports are written");
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.setText(watched.path().map(Path::toString).orElse(""));
        model.setId("watched-model");
        model.setPromptText("Model, for files that name none");
        model.setPrefColumnCount(24);
        model.setText(watched.model());
        List<String> names = new ArrayList<>(List.of(BY_COLUMNS));
        names.addAll(profiles.list().stream().filter(p -> p.kind() == ImportKind.LOG).map(MappingProfile::name).toList());
        profile.getItems().setAll(names);
        profile.getSelectionModel().select(watched.profile().isEmpty() ? BY_COLUMNS : watched.profile());
        Button choose = new Button("Choose…");
        choose.setOnAction(e -> chooseFolder());
        watch.setId("watch-folder");
        watch.setOnAction(e -> watch());
        stop.setId("stop-watching");
        stop.setOnAction(e -> {
            watched.stop();
            tell();
        });
        HBox first = row(folder, choose);
        HBox second = row(Words.body("Model"), model, Words.body("Mapping"), profile, watch, stop);
        VBox body = new VBox(10, first, second, state);
        body.setPadding(new Insets(4, 0, 2, 0));
        tell();
        return Card.titled("Watched folder", "a file that is dropped into it is imported once it has stopped growing").with(body);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Watch a folder");
        File chosen = chooser.showDialog(folder.getScene().getWindow());
        if (chosen != null) {
            folder.setText(chosen.toString());
        }
    }

    private void watch() {
        try {
            String chosen = profile.getSelectionModel().getSelectedItem();
            watched.watch(Path.of(folder.getText().strip()), model.getText(), BY_COLUMNS.equals(chosen) ? "" : chosen);
            tell();
        } catch (InvalidPathException e) {
            state.setText("This is no name of a folder.");
        } catch (RuntimeException failure) {
            errors.show(failure);
        }
    }

    private void tell() {
        boolean on = watched.path().isPresent();
        stop.setDisable(!on);
        state.setText(on ? "On: " + watched.path().orElseThrow() + " is looked into every two seconds while this window is open, the files that "
            + "are in it already included. What became of each stands under Data." : "Off. Nothing is imported unless somebody asks for it.");
    }
}
