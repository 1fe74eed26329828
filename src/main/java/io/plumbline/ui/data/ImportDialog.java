package io.plumbline.ui.data;

import atlantafx.base.theme.Styles;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Reject;
import io.plumbline.domain.SafetyState;
import io.plumbline.imports.MappedField;
import io.plumbline.imports.MappingProfile;
import io.plumbline.store.Imports;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.KeyCap;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The import dialog: what the files are, how their columns are read, what would be rejected, and the import itself. */
final class ImportDialog extends VBox implements AutoCloseable {

    private static final double WIDTH = 1080;
    private static final double HEIGHT = 806;
    private static final double WIDEST_NOTE = 600;

    private final ImportSession session;
    private final Imports imports;
    private final Frame frame;
    private final Label title = Words.title("");
    private final HBox fileLine = new HBox(8);
    private final HBox stepper = new HBox(10);
    private final MappingPane mapping;
    private final FileList list;
    private final BorderPane middle = new BorderPane();
    private final ProgressBand band = new ProgressBand();
    private final Label footNote = Words.meta("");
    private final HBox buttons = new HBox(8);
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(250), e -> tick()));
    private final ListChangeListener<ImportFile> filesChanged = change -> refresh();
    private boolean dismissed;

    ImportDialog(ImportSession session, Imports imports, Frame frame) {
        this.session = session;
        this.imports = imports;
        this.frame = frame;
        mapping = new MappingPane(session);
        list = new FileList(session);
        getStyleClass().add("pl-dialog");
        setId("import-dialog");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        VBox head = new VBox(6, headLine(), fileLine, stepper);
        head.setPadding(new Insets(16, 20, 12, 20));
        fileLine.setAlignment(Pos.CENTER_LEFT);
        stepper.setAlignment(Pos.CENTER_LEFT);
        stepper.setMinHeight(32);
        VBox.setVgrow(middle, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(footNote, gap, buttons);
        // A long reason gives way to the buttons and can be read whole under the pointer.
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        footNote.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(footNote.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_NOTE);
        footNote.setTooltip(whole);
        foot.getStyleClass().add("pl-dialog-foot");
        getChildren().addAll(head, rule(), middle, band, foot);
        clock.setCycleCount(Animation.INDEFINITE);
        session.files().addListener(filesChanged);
        session.phase().addListener((value, was, is) -> refresh());
        session.selected().addListener((value, was, is) -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        refresh();
    }

    @Override
    public void close() {
        dismissed = true;
        clock.stop();
        session.files().removeListener(filesChanged);
        if (session.phase().get() == ImportSession.Phase.READING || session.phase().get() == ImportSession.Phase.CHECKING) {
            session.cancel();
        }
    }

    private HBox headLine() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(null, Icons.of("fth-x"));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText("Close, a running import goes on in the background");
        close.setOnAction(e -> frame.dialogs().close());
        HBox line = new HBox(title, gap, close);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && (session.phase().get() == ImportSession.Phase.IMPORTING
            || session.phase().get() == ImportSession.Phase.CHECKING)) {
            session.cancel();
            event.consume();
        }
    }

    private void tick() {
        band.show(session.step());
    }

    private void refresh() {
        if (dismissed) {
            return;
        }
        ImportSession.Phase phase = session.phase().get();
        boolean counting = phase == ImportSession.Phase.IMPORTING || phase == ImportSession.Phase.CHECKING;
        if (counting) {
            clock.play();
            tick();
        } else {
            clock.stop();
        }
        boolean finished = phase == ImportSession.Phase.DONE && session.files().stream().anyMatch(f -> f.done().isPresent());
        band.setVisible(counting || finished);
        band.setManaged(counting || finished);
        if (finished) {
            band.showDone(session.files(), this::showRejects);
        }
        title.setText(headline());
        showFileLine();
        showStepper(phase);
        showMiddle(phase);
        showButtons(phase);
    }

    private String headline() {
        if (session.files().isEmpty()) {
            return session.phase().get() == ImportSession.Phase.READING ? "Recognising…" : "Nothing to import";
        }
        if (session.files().size() > 1) {
            return "Import " + session.files().size() + " files";
        }
        if (session.files().get(0).rejectsOf().isPresent()) {
            return "Read " + Figures.count(session.files().get(0).rejectsOf().get().rejected()) + " rejected lines again";
        }
        return session.files().get(0).kind().map(kind -> kind == ImportKind.LOG ? "Import a production log" : "Import an evaluation run")
            .orElse(session.files().get(0).byHand().isPresent() ? "What do these columns mean?" : "This file can’t be imported");
    }

    private void showFileLine() {
        fileLine.getChildren().clear();
        session.current().ifPresent(file -> {
            fileLine.getChildren().addAll(Icons.sized("fth-file-text", 14), Words.mono(file.name()), Words.meta(Figures.bytes(file.bytes())
                + file.preview().map(p -> ", " + p.recognition().title() + ", " + p.columns().size() + " fields" + (file.reading() == ImportFile.Reading.BY_CONTENT ? ", recognised by content"
                    : ", read as you said")).orElse("")));
            file.preview().filter(p -> p.model().isBlank()).ifPresent(p -> fileLine.getChildren().add(modelField(file)));
        });
    }

    private TextField modelField(ImportFile file) {
        TextField model = new TextField(file.model());
        model.setPromptText("Which model? The file does not say");
        model.setId("model-name");
        model.setPrefColumnCount(24);
        model.setOnAction(e -> session.nameModel(model.getText()));
        model.focusedProperty().addListener((value, was, is) -> {
            if (was && !model.getText().strip().equals(file.model())) {
                session.nameModel(model.getText());
            }
        });
        return model;
    }

    private void showStepper(ImportSession.Phase phase) {
        boolean columns = session.current().filter(ImportFile::isReady).isPresent() || phase == ImportSession.Phase.IMPORTING
            || phase == ImportSession.Phase.DONE;
        boolean checked = phase == ImportSession.Phase.DONE || session.current()
            .flatMap(ImportFile::preview).filter(p -> p.extent() == io.plumbline.imports.Preview.Extent.WHOLE_FILE).isPresent();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        stepper.getChildren().setAll(new StepMark(1, "File", !session.files().isEmpty()), dash(), new StepMark(2, "Columns", columns), dash(),
            new StepMark(3, "Check", checked), dash(), new StepMark(4, "Import", phase == ImportSession.Phase.DONE), gap);
        if (session.current().filter(ImportFile::isTable).isPresent() && phase == ImportSession.Phase.READY) {
            stepper.getChildren().addAll(Words.meta("Mapping"), profileMenu());
        }
    }

    private MenuButton profileMenu() {
        String name = session.current().flatMap(ImportFile::profile).map(MappingProfile::name).filter(n -> !n.isEmpty()).orElse("not saved");
        MenuButton menu = new MenuButton(name);
        menu.setId("profiles");
        for (MappingProfile profile : session.profiles()) {
            MenuItem use = new MenuItem("Use “" + profile.name() + "”");
            use.setOnAction(e -> session.use(profile));
            menu.getItems().add(use);
        }
        MenuItem save = new MenuItem("Save this mapping as a profile…");
        save.setOnAction(e -> askProfileName());
        ImportKind other = session.current().flatMap(ImportFile::kind).filter(ImportKind.LOG::equals).isPresent() ? ImportKind.RUN : ImportKind.LOG;
        MenuItem readAsOther = new MenuItem(other == ImportKind.LOG ? "Read as a production log instead" : "Read as an evaluation run instead");
        readAsOther.setOnAction(e -> session.readAs(other));
        menu.getItems().addAll(save, new SeparatorMenuItem(), readAsOther);
        return menu;
    }

    private void askProfileName() {
        TextField name = new TextField();
        name.setPromptText("Name of the profile, e.g. gateway-jsonl");
        name.setId("profile-name");
        Button save = new Button("Save profile");
        Runnable act = () -> {
            if (!name.getText().isBlank()) {
                session.saveProfile(name.getText());
                refresh();
            }
        };
        save.setOnAction(e -> act.run());
        name.setOnAction(e -> act.run());
        stepper.getChildren().removeIf(node -> node instanceof MenuButton);
        stepper.getChildren().addAll(name, save);
        name.requestFocus();
    }

    private void showMiddle(ImportSession.Phase phase) {
        middle.setLeft(session.files().size() > 1 ? list : null);
        list.follow();
        if (session.current().isEmpty()) {
            middle.setCenter(null);
            return;
        }
        ImportFile file = session.current().get();
        if (file.problem().isPresent()) {
            middle.setCenter(problem(file));
        } else if (file.isTable()) {
            mapping.show(file, phase == ImportSession.Phase.READY);
            middle.setCenter(mapping);
        } else {
            middle.setCenter(file.preview().map(FirstRows::of).orElse(null));
        }
    }

    private Node problem(ImportFile file) {
        HBox sentence = new HBox(8, Icons.of(SafetyState.WATCH, 16), Words.wrapped(Words.body(file.problem().orElse(""))));
        VBox problem = new VBox(14, sentence);
        if (file.byHand().isPresent()) {
            Button log = new Button("Map as a production log", Icons.of("fth-activity"));
            log.setId("map-as-log");
            log.setDefaultButton(true);
            log.setOnAction(e -> session.readAs(ImportKind.LOG));
            Button run = new Button("Map as an evaluation run", Icons.of("fth-columns"));
            run.setId("map-as-run");
            run.setOnAction(e -> session.readAs(ImportKind.RUN));
            HBox ways = new HBox(8, log, run);
            ways.setPadding(new Insets(0, 0, 0, 24));
            problem.getChildren().add(ways);
        }
        problem.setPadding(new Insets(20));
        problem.setId("import-problem");
        return problem;
    }

    private void showButtons(ImportSession.Phase phase) {
        buttons.getChildren().clear();
        switch (phase) {
            case CHECKING -> {
                footNote.setText("Nothing is stored. Cancel goes back to the columns.");
                Button cancel = button("Cancel check", "Esc", session::cancel);
                buttons.getChildren().add(cancel);
                cancel.requestFocus();
            }
            case READING -> {
                footNote.setText("Nothing is stored yet.");
                Button cancel = button("Cancel", "Esc", () -> frame.dialogs().close());
                buttons.getChildren().add(cancel);
                cancel.requestFocus();
            }
            case READY -> readyButtons();
            case IMPORTING -> {
                footNote.setText("Cancel leaves nothing behind. An import can be undone later.");
                Button background = new Button("Run in background");
                background.setOnAction(e -> frame.dialogs().close());
                buttons.getChildren().addAll(button("Cancel import", "Esc", session::cancel), background);
                background.requestFocus();
            }
            case DONE -> doneButtons();
        }
    }

    private void readyButtons() {
        List<MappedField> missing = session.current().map(ImportFile::unmapped).orElse(List.of());
        boolean modelMissing = session.files().stream().anyMatch(f -> f.problem().isEmpty() && f.done().isEmpty() && f.needsModel());
        footNote.setText(!missing.isEmpty() ? "Still without a column: " + missing.stream().map(MappedField::title).collect(Collectors.joining(", ")) + "."
            : modelMissing ? "The file does not name its model. Type the name above and press Enter." : rejectsSoFar());
        Button check = new Button("Check the whole file");
        check.setDisable(!session.current().filter(ImportFile::isReady).isPresent());
        check.setOnAction(e -> session.check());
        Button go = new Button("Import");
        go.setId("do-import");
        go.getStyleClass().add(Styles.ACCENT);
        go.setDefaultButton(session.canImport());
        go.setDisable(!session.canImport());
        go.setOnAction(e -> session.importAll());
        Button cancel = button("Cancel", "Esc", () -> frame.dialogs().close());
        buttons.getChildren().addAll(cancel, check, go);
        boolean typing = getScene() != null && (getScene().getFocusOwner() instanceof TextField || getScene().getFocusOwner() instanceof ComboBox);
        if (!typing && session.canImport()) {
            go.requestFocus();
        } else if (!typing && !missing.isEmpty()) {
            mapping.focusFirst(missing);
        } else if (!typing) {
            Node first = lookup("#map-as-log");
            (first == null ? cancel : first).requestFocus();
        }
    }

    private String rejectsSoFar() {
        return session.current().flatMap(ImportFile::preview).map(p -> Figures.count(p.accepted()) + " records would be stored, "
            + Figures.count(p.rejected()) + " rejected"
            + (p.extent() == io.plumbline.imports.Preview.Extent.WHOLE_FILE ? "." : ", going by the beginning of the file.")
            + p.rejects().stream().findFirst().map(first -> " Line " + first.line() + ": " + first.reason()).orElse("")).orElse("");
    }

    private void doneButtons() {
        footNote.setText("An import can be undone under Data.");
        boolean log = session.files().stream().anyMatch(f -> f.done().isPresent() && f.kind().filter(ImportKind.LOG::equals).isPresent());
        Button close = new Button("Close");
        close.setOnAction(e -> frame.dialogs().close());
        Button open = new Button(log ? "Open the log" : "Compare runs");
        open.getStyleClass().add(Styles.ACCENT);
        open.setDefaultButton(true);
        open.setDisable(session.files().stream().noneMatch(f -> f.done().isPresent()));
        open.setOnAction(e -> {
            frame.dialogs().close();
            frame.navigator().go(Place.of(log ? ScreenId.DRIFT : ScreenId.COMPARE));
        });
        buttons.getChildren().addAll(close, open);
        open.requestFocus();
    }

    private void showRejects() {
        List<Reject> rejects = session.files().stream().flatMap(file -> file.done().stream())
            .filter(manifest -> manifest.rejected() > 0).flatMap(manifest -> imports.rejects(manifest.id(), 0, 500).stream()).toList();
        Hyperlink back = new Hyperlink("Back to the columns");
        back.setOnAction(e -> refresh());
        VBox box = new VBox(8, back, RejectsTable.of(rejects));
        box.setPadding(new Insets(10, 20, 10, 20));
        middle.setCenter(box);
    }

    private static Button button(String word, String key, Runnable action) {
        Button button = new Button(word, new KeyCap(key));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Region dash() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule");
        line.setMinWidth(36);
        return line;
    }

    private static Region rule() {
        Region line = new Region();
        line.getStyleClass().add("pl-rule");
        return line;
    }
}
