package io.plumbline.ui.data;

import io.plumbline.domain.SafetyState;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.ui.common.FindingBanner;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/** What a person should know about imports before the list of them: which were cut off, and what the watched folder does. */
final class ImportNotices {

    private final ImportLauncher launcher;
    private final Frame frame;

    ImportNotices(ImportLauncher launcher, Frame frame) {
        this.launcher = launcher;
        this.frame = frame;
    }

    List<Node> of(DataReading reading) {
        List<Node> notices = new ArrayList<>();
        reading.cutOff().forEach(cutOff -> notices.add(cutOff(cutOff)));
        reading.watched().taken().stream().filter(taken -> taken.outcome() == WatchedFolder.Outcome.REFUSED).limit(2)
            .forEach(taken -> notices.add(refused(taken)));
        reading.watched().folder().ifPresent(folder -> notices.add(watching(folder, reading.watched().taken())));
        return notices;
    }

    private Node cutOff(DataReading.CutOff cutOff) {
        Optional<Path> place = cutOff.place();
        Button again = new Button(place.isPresent() ? "Import again" : "Find the file…");
        again.setId("import-again");
        again.setOnAction(e -> place.ifPresentOrElse(path -> launcher.open(List.of(path)), launcher::chooseFiles));
        return new FindingBanner(SafetyState.WATCH, "The import of " + cutOff.file() + " was cut off when Plumbline last ended.",
            "Nothing of it was kept, and what was there before is whole. "
                + place.map(path -> "The file is still at " + path + ".").orElse("The file is no longer where it was."), again);
    }

    private Node refused(WatchedFolder.Taken taken) {
        return new FindingBanner(SafetyState.WATCH, taken.file() + " in the watched folder was not imported.", taken.sentence()
            + " It is tried again every minute until it is imported or changed.", settings("Settings"));
    }

    private Node watching(Path folder, List<WatchedFolder.Taken> taken) {
        String last = taken.isEmpty() ? "nothing was dropped into it yet" : "last " + taken.get(0).file() + ": " + taken.get(0).sentence();
        HBox line = new HBox(8, Icons.sized("fth-eye", 14), Words.body("Watching"), Words.mono(folder.toString()), Words.meta(last),
            settings("Change"));
        line.setId("watched-folder");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 4, 0, 4));
        return line;
    }

    private Hyperlink settings(String word) {
        Hyperlink link = new Hyperlink(word);
        link.setAccessibleText(word + ": the watched folder");
        link.setOnAction(e -> frame.navigator().go(new Place(ScreenId.SETTINGS, Map.of("tab", "Import profiles"))));
        return link;
    }
}
