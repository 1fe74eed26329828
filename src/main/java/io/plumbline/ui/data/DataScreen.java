package io.plumbline.ui.data;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.imports.WatchedFolder;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Drawer;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Tables;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is in the workspace: imports that can be undone, their rejects, runs, label material, baselines, and where every byte is. */
public final class DataScreen implements Screen {

    private static final List<String> TABS = List.of("Imports", "Runs", "Label material", "Baselines", "Retention", "Where it is");

    private final Frame frame;
    private final DataModel model;
    private final ImportLauncher launcher;
    private final ImportNotices notices;
    private final RunsPane runs;
    private final LabelMaterialPane labels;
    private final RetentionPane retention;
    private final Subscriptions subscriptions = new Subscriptions();
    private final VBox root = new VBox();
    private final StackPane main = new StackPane();
    private final HBox body = new HBox(12);
    private final Segments tabs = new Segments(TABS, chosen -> showTab());

    public DataScreen(Workspace workspace, ImportLauncher launcher, WatchedFolder watched, Frame frame) {
        this.frame = frame;
        this.launcher = launcher;
        notices = new ImportNotices(launcher, frame);
        runs = new RunsPane(this::compare, launcher::chooseFiles);
        labels = new LabelMaterialPane(launcher::chooseFiles);
        model = new DataModel(workspace, watched, frame.tasks(), frame.errors());
        retention = new RetentionPane(new RetentionModel(workspace, Clock.systemUTC(), frame.tasks(), frame.errors()), frame.dialogs(), subscriptions);
        root.getStyleClass().add("pl-screen");
        root.setId("data-screen");
        Button importFiles = new Button("Import", Icons.of("fth-upload"));
        importFiles.getStyleClass().add(Styles.ACCENT);
        importFiles.setOnAction(e -> launcher.chooseFiles());
        ScreenHead head = new ScreenHead("Data", importFiles);
        head.getChildren().add(1, tabs);
        HBox.setHgrow(main, Priority.ALWAYS);
        body.getChildren().add(main);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(head, body);
        subscriptions.listen(model.reading(), (value, was, is) -> showTab());
        subscriptions.add(workspace.changes().subscribe(change -> Platform.runLater(model::refresh)));
        tabs.choose(0);
        model.refresh();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        String tab = place.arguments().getOrDefault("tab", TABS.get(Math.max(0, tabs.chosen())));
        tabs.choose(Math.max(0, TABS.indexOf(tab)));
        model.refresh();
    }

    @Override
    public Place place() {
        return new Place(ScreenId.DATA, Map.of("tab", tabs.chosenName()));
    }

    @Override
    public void focusFirst() {
        if (!main.getChildren().isEmpty()) {
            Node first = main.lookup(".table-view");
            (first == null ? main : first).requestFocus();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private void showTab() {
        closeDrawer();
        DataReading reading = model.reading().get();
        main.getChildren().setAll(switch (tabs.chosen()) {
            case 1 -> runs.of(reading.runs(), model);
            case 2 -> labelMaterial();
            case 3 -> baselines(reading.baselines());
            case 4 -> retention.node();
            case 5 -> places(reading.places());
            default -> imports(reading);
        });
    }

    private Node imports(DataReading reading) {
        VBox page = new VBox(10);
        page.getChildren().addAll(notices.of(reading));
        page.getChildren().add(grow(importList(reading.imports())));
        return page;
    }

    private Node importList(List<ImportManifest> imports) {
        if (imports.isEmpty()) {
            return new EmptyState("fth-database", "Every file you import, with what was kept and what was refused",
                "It needs an evaluation run or a production log. Drop files anywhere in this window, or choose them.", "Import files…",
                launcher::chooseFiles);
        }
        TableView<ImportManifest> table = Tables.dense("");
        table.setId("imports");
        table.getColumns().add(Tables.drawn("Import", 240, manifest -> Words.strong(manifest.file())));
        table.getColumns().add(Tables.text("Holds", 110, m -> m.kind().name().toLowerCase(Locale.ROOT)));
        table.getColumns().add(Tables.text("Format", 130, ImportManifest::format));
        table.getColumns().add(Tables.text("Model", 180, ImportManifest::model));
        table.getColumns().add(Tables.number("Records", 90, ImportManifest::records, Figures::count));
        TableColumn<ImportManifest, ImportManifest> rejected = Tables.drawn("Rejected", 90, this::rejectedLink);
        rejected.getStyleClass().add("pl-number");
        table.getColumns().add(rejected);
        TableColumn<ImportManifest, ImportManifest> remarks = Tables.drawn("Remarks", 90, this::remarksLink);
        remarks.getStyleClass().add("pl-number");
        table.getColumns().add(remarks);
        table.getColumns().add(Tables.number("Duplicates", 90, ImportManifest::duplicates, Figures::count));
        table.getColumns().add(Tables.number("Canaries", 90, ImportManifest::canaries, Figures::count));
        table.getColumns().add(Tables.number("Size", 80, ImportManifest::bytes, Figures::bytes));
        table.getColumns().add(Tables.text("When", 200, m -> Figures.moment(m.started())));
        table.getColumns().add(Tables.text("By", 100, ImportManifest::importedBy));
        table.getColumns().add(Tables.drawn("", 70, this::undoLink));
        table.getColumns().stream().filter(column -> column.getStyleClass().contains("pl-number") || column.getText().isEmpty())
            .forEach(column -> column.setMinWidth(column.getPrefWidth()));
        table.getItems().setAll(imports);
        return Card.of(grow(table)).flush();
    }

    private Node remarksLink(ImportManifest manifest) {
        if (manifest.remarks().isEmpty()) {
            return Words.body("");
        }
        Hyperlink link = new Hyperlink(Figures.count(manifest.remarks().size()));
        link.setAccessibleText(manifest.remarks().size() + " remarks on the reading of " + manifest.file());
        link.setOnAction(e -> {
            closeDrawer();
            Drawer drawer = new Drawer("Remarks", manifest.file(), this::closeDrawer);
            drawer.setPrefWidth(480);
            manifest.remarks().forEach(remark -> drawer.with(Words.wrapped(Words.body(remark))));
            body.getChildren().add(drawer);
        });
        return link;
    }

    private Node rejectedLink(ImportManifest manifest) {
        if (manifest.rejected() == 0) {
            return Words.body("0");
        }
        Hyperlink link = new Hyperlink(Figures.count(manifest.rejected()));
        link.setAccessibleText(manifest.rejected() + " rejected records of " + manifest.file());
        link.setOnAction(e -> model.readRejects(manifest.id(), rejects -> {
            closeDrawer();
            Drawer drawer = new Drawer("Rejected", manifest.file(), this::closeDrawer);
            drawer.setPrefWidth(620);
            drawer.setMinWidth(620);
            TableView<?> table = RejectsTable.of(rejects);
            table.setPrefHeight(700);
            Button again = new Button("Read these lines again…", Icons.of("fth-rotate-ccw"));
            again.setId("replay-rejects");
            again.setDisable(manifest.kind() != ImportKind.LOG);
            again.setOnAction(event -> launcher.openRejects(manifest));
            drawer.with(Words.wrapped(Words.meta(Figures.count(manifest.rejected()) + " records were refused and are kept here. Read them again "
                + "with another mapping of the columns, or mend the file and import it again: what is in the workspace already is recognised "
                + "and not stored twice.")), again, table);
            body.getChildren().add(drawer);
            table.requestFocus();
        }));
        return link;
    }

    private Node undoLink(ImportManifest manifest) {
        Hyperlink undo = new Hyperlink("Undo");
        undo.setAccessibleText("Undo the import of " + manifest.file());
        undo.setOnAction(e -> model.readConsequenceOfUndo(manifest, consequence -> frame.dialogs().confirm("Undo the import of " + manifest.file() + "?",
            consequence, "Undo import", () -> model.undo(manifest))));
        return undo;
    }

    /** Measuring takes a moment, so the pane fills itself; one that was left meanwhile fills nothing. */
    private Node labelMaterial() {
        VBox place = new VBox(Words.meta("Measuring…"));
        model.readLabelMaterial(sets -> {
            Node pane = labels.of(sets);
            VBox.setVgrow(pane, Priority.ALWAYS);
            place.getChildren().setAll(pane);
        });
        return place;
    }

    private void compare(EvaluationRun run) {
        frame.navigator().go(Place.of(ScreenId.COMPARE, "base", run.id()));
    }

    private Node baselines(List<JournalEntry> baselines) {
        if (baselines.isEmpty()) {
            EmptyState empty = new EmptyState("fth-bookmark", "Accepted baselines, each with who accepted it and what it rests on",
                "None has been accepted yet. Until then drift is measured against the baseline proposed from the beginning of the log.", "Open Drift",
                () -> frame.navigator().go(Place.of(ScreenId.DRIFT)));
            return empty;
        }
        TableView<JournalEntry> table = Tables.dense("");
        table.setId("baselines");
        table.getColumns().add(Tables.text("Accepted", 170, entry -> Figures.moment(entry.time())));
        table.getColumns().add(Tables.text("By", 140, JournalEntry::actor));
        table.getColumns().add(Tables.text("Of", 200, JournalEntry::subject));
        table.getColumns().add(Tables.text("What it says", 600, entry -> entry.payload().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "))));
        table.getColumns().add(Tables.drawn("Hash", 90, entry -> Words.mono(entry.hash().substring(0, Math.min(6, entry.hash().length())))));
        table.getItems().setAll(baselines);
        return Card.of(grow(table)).flush();
    }

    private Node places(List<DataReading.StoredFile> places) {
        TableView<DataReading.StoredFile> table = Tables.dense("This workspace has no files.");
        table.setId("places");
        table.getColumns().add(Tables.drawn("File", 620, file -> Words.mono(file.path().toString())));
        table.getColumns().add(Tables.number("Size", 110, DataReading.StoredFile::bytes, Figures::bytes));
        table.getColumns().add(Tables.text("Holds", 500, DataReading.StoredFile::holds));
        table.getItems().setAll(places);
        long total = places.stream().mapToLong(DataReading.StoredFile::bytes).sum();
        return Card.titled("Where every byte is", Figures.bytes(total) + " in " + places.size() + " files; nothing is stored elsewhere and nothing "
            + "leaves this machine").flush().with(grow(table));
    }

    private static Node grow(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private void closeDrawer() {
        body.getChildren().setAll(main);
    }
}
