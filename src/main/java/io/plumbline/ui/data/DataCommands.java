package io.plumbline.ui.data;

import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.store.Workspace;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the palette can do with the data of a workspace. */
public final class DataCommands {

    private static final String BESIDE = "The labels that a log or another judge brings are stored beside our own reading and never mixed with it: "
        + "production series use the log's label where there is one, runs keep every judge apart, and where two disagree the record goes to Triage. "
        + "So a new detector on either side shows as a break in the series and not as a change of the model.";

    private final Workspace workspace;
    private final WatchedFolder watched;
    private final Frame frame;

    public DataCommands(Workspace workspace, WatchedFolder watched, Frame frame) {
        this.workspace = workspace;
        this.watched = watched;
        this.frame = frame;
    }

    public void register() {
        frame.commands().add(new Command(Command.COMMANDS, "fth-rotate-ccw", "Undo last import", "takes its records out again", "",
            () -> last().isPresent() ? Optional.empty() : Optional.of("nothing to undo yet"), () -> last().ifPresent(this::undo)));
        goTo("fth-database", "Data, Imports", ScreenId.DATA, "Imports", "Ctrl 8");
        goTo("fth-database", "Data, Runs", ScreenId.DATA, "Runs", "");
        goTo("fth-database", "Data, Label material", ScreenId.DATA, "Label material", "");
        goTo("fth-database", "Data, Baselines", ScreenId.DATA, "Baselines", "");
        goTo("fth-database", "Data, Retention", ScreenId.DATA, "Retention", "");
        goTo("fth-database", "Data, Where it is", ScreenId.DATA, "Where it is", "");
        goTo("fth-sliders", "Settings, Policy", ScreenId.SETTINGS, "Policy", "Ctrl 9");
        goTo("fth-sliders", "Settings, Import profiles", ScreenId.SETTINGS, "Import profiles", "");
        goTo("fth-sliders", "Settings, Person at work", ScreenId.SETTINGS, "Person", "");
        frame.commands().add(Command.always(Command.HELP, "fth-book-open", "Why imported scores stay beside our own", "", "",
            () -> frame.dialogs().explain("Why imported scores stay beside our own", BESIDE)));
    }

    private void goTo(String icon, String name, ScreenId screen, String tab, String key) {
        frame.commands().add(Command.always(Command.GO_TO, icon, name, "", key, () -> frame.navigator().go(new Place(screen, Map.of("tab", tab)))));
    }

    private Optional<ImportManifest> last() {
        List<ImportManifest> all = workspace.imports().list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private void undo(ImportManifest manifest) {
        DataModel model = new DataModel(workspace, watched, frame.tasks(), frame.errors());
        model.readConsequenceOfUndo(manifest, consequence -> frame.dialogs().confirm("Undo the import of " + manifest.file() + "?", consequence,
            "Undo import", () -> model.undo(manifest)));
    }
}
