package io.plumbline.ui.data;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.ImportManifest;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.Words;
import io.plumbline.domain.SafetyState;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The band of the import dialog that counts: while it runs, and what came of it. */
final class ProgressBand extends VBox {

    private final Label left = Words.cardTitle("");
    private final Label of = Words.meta("");
    private final Label right = Words.body("");
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox facts = new HBox(14);

    ProgressBand() {
        super(8);
        getStyleClass().add("pl-band");
        setMinHeight(USE_PREF_SIZE);
        setPadding(new Insets(12, 20, 14, 20));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, left, of, gap, right);
        head.setAlignment(Pos.BASELINE_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinHeight(18);
        getChildren().addAll(head, bar, facts);
    }

    void show(ImportSession.Step step) {
        boolean bytes = step.unit().equals("bytes");
        double share = step.total() > 0 ? Math.min(1, step.done() / (double) step.total()) : -1;
        left.setText(step.message().isEmpty() ? "Reading " + step.file() : step.message());
        of.setText(step.message().contains(step.file()) ? "" : step.file());
        bar.setProgress(share);
        double seconds = step.elapsed().toMillis() / 1000.0;
        StringBuilder text = new StringBuilder(bytes ? Figures.bytes(step.done()) : Figures.count(step.done()) + " " + step.unit());
        if (step.total() > 0) {
            text.append(" of ").append(bytes ? Figures.bytes(step.total()) : Figures.count(step.total()));
        }
        if (seconds > 0.3 && step.done() > 0) {
            double rate = step.done() / seconds;
            if (bytes) {
                text.append("  ·  ").append(Figures.decimal(rate / 1e6, 1)).append(" MB/s");
            }
            if (step.total() > step.done()) {
                text.append("  ·  ").append(Figures.duration(Duration.ofMillis((long) (1000 * (step.total() - step.done()) / rate)))).append(" left");
            }
        }
        right.setText(text.toString());
        facts.getChildren().clear();
    }

    void showDone(List<ImportFile> files, Runnable showRejects) {
        List<ImportManifest> done = files.stream().flatMap(file -> file.done().stream()).toList();
        long refused = files.stream().filter(file -> file.problem().isPresent()
            && file.reading() != ImportFile.Reading.WITH_THE_OTHERS).count();
        long records = done.stream().mapToLong(ImportManifest::records).sum();
        long rejected = done.stream().mapToLong(ImportManifest::rejected).sum();
        long duplicates = done.stream().mapToLong(ImportManifest::duplicates).sum();
        long canaries = done.stream().mapToLong(ImportManifest::canaries).sum();
        left.setText(Figures.count(records) + (records == 1 ? " record in" : " records in"));
        of.setText(done.size() == 1 ? "from one file" : "from " + done.size() + " files");
        right.setText("");
        bar.setProgress(1);
        facts.getChildren().clear();
        HBox rejects = fact(rejected > 0 ? Icons.of(SafetyState.WATCH, 13) : Icons.sized("fth-check", 13), Figures.count(rejected) + " rejected");
        if (rejected > 0) {
            Hyperlink show = new Hyperlink("Show");
            show.setId("show-rejects");
            show.setOnAction(e -> showRejects.run());
            rejects.getChildren().add(show);
        }
        facts.getChildren().addAll(rejects,
            fact(Icons.sized("fth-copy", 13), Figures.count(duplicates) + " duplicates"),
            fact(Icons.sized("fth-feather", 13), Figures.count(canaries) + " canaries set aside"));
        if (refused > 0) {
            facts.getChildren().add(fact(Icons.of(SafetyState.WATCH, 13), refused + (refused == 1 ? " file was not imported" : " files were not imported")));
        }
    }

    private static HBox fact(javafx.scene.Node icon, String words) {
        HBox box = new HBox(6, icon, Words.meta(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
