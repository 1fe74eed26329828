package io.plumbline.ui.drift;

import atlantafx.base.theme.Styles;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges.Change;
import io.plumbline.ui.charts.Brush;
import io.plumbline.ui.charts.ChartExport;
import io.plumbline.ui.charts.ChartPane;
import io.plumbline.ui.charts.ChartStack;
import io.plumbline.ui.charts.ChangeTag;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.Drawer;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/** What changed in production: charts on one time line, what is brushed below them, details at the right. */
public final class DriftScreen implements Screen {

    private static final Duration BRUSH_RESTS = Duration.millis(150);
    /** Below this height five charts are lines without a scale; the column scrolls instead. */
    private static final double READABLE_CHARTS = 400;

    private final Frame frame;
    private final DriftViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ChartPane charts = new ChartPane();
    private final Button back = new Button(null, Icons.of("fth-arrow-left"));
    private final Button forward = new Button(null, Icons.of("fth-arrow-right"));
    private final SpanChoice spans = new SpanChoice(charts);
    private final MenuButton export = new MenuButton("Export", Icons.of("fth-download"));
    private final ScreenHead head;
    private final DriftControls controls;
    private final BrushSection section;
    private final DriftDrawers drawers;
    private final StackPane drawerPlace = new StackPane();
    private final HBox body;
    private final StackPane empty = new StackPane();
    private final VBox root = new VBox();
    private Map<String, String> wanted = Map.of();
    private boolean focusWanted;

    public DriftScreen(Workspace workspace, Frame frame) {
        this.frame = frame;
        model = new DriftViewModel(workspace.log(), workspace.policy(), workspace.decisions(), SavedAnomalies.of(workspace), frame.tasks(),
            frame.errors());
        head = new ScreenHead("Drift", history(back, "Back to the view before", charts::back), history(forward, "Forward", charts::forward),
            spans.node(), exportMenu(), why());
        controls = new DriftControls(model);
        section = new BrushSection(model, new SectionActs());
        drawers = new DriftDrawers(model, new DrawerActs());
        charts.setId("drift-charts");
        charts.setMinHeight(READABLE_CHARTS);
        Card card = Card.of(charts).flush();
        card.getStyleClass().add("pl-drift-card");
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox left = new VBox(10, card, section);
        left.setPadding(new Insets(4));
        ScrollPane readable = new ScrollPane(left);
        readable.setFitToWidth(true);
        readable.setFitToHeight(true);
        readable.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        readable.setFocusTraversable(false);
        readable.getStyleClass().add("pl-drift-scroll");
        readable.setMinWidth(420);
        HBox.setHgrow(readable, Priority.ALWAYS);
        drawerPlace.setMinWidth(300);
        drawerPlace.setMaxWidth(300);
        drawerPlace.setPrefWidth(300);
        body = new HBox(12, readable, drawerPlace);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        root.getStyleClass().add("pl-screen");
        root.getStylesheets().add(Objects.requireNonNull(DriftScreen.class.getResource("/io/plumbline/ui/drift.css")).toExternalForm());
        root.getChildren().addAll(head, controls, body, empty);
        listen(workspace);
        showReport(Optional.empty());
        model.reload();
    }

    private void listen(Workspace workspace) {
        PauseTransition rest = new PauseTransition(BRUSH_RESTS);
        rest.setOnFinished(e -> model.mark(charts.brush().get()));
        charts.onChangeChosen(tag -> model.openChange(LocalDate.ofEpochDay((long) tag.day())));
        charts.onHistoryChanged(this::historyChanged);
        subscriptions.listen(charts.brush(), (value, was, is) -> rest.playFromStart());
        subscriptions.listen(charts.view(), (value, was, is) -> spans.follow());
        subscriptions.listen(model.report(), (value, was, is) -> showReport(is));
        subscriptions.listen(model.charts(), (value, was, is) -> showCharts(is));
        subscriptions.listen(model.brushed(), (value, was, is) -> section.show(is));
        subscriptions.listen(model.detail(), (value, was, is) -> showDetail(is));
        subscriptions.listen(frame.look().theme(), (value, was, is) -> look());
        subscriptions.listen(frame.look().scale(), (value, was, is) -> look());
        subscriptions.add(workspace.changes().subscribe(change -> {
            if (change == Change.IMPORTS) {
                Platform.runLater(model::reload);
            }
        }));
        subscriptions.add(rest::stop);
        look();
    }

    private void look() {
        charts.look(frame.look().theme().get(), frame.look().scale().get());
        section.look(frame.look().theme().get(), frame.look().scale().get());
    }

    private Hyperlink why() {
        Hyperlink why = new Hyperlink("Why?");
        why.setMinWidth(Hyperlink.USE_PREF_SIZE);
        why.setOnAction(e -> frame.dialogs().explain("How drift is found", DriftNotes.CHARTS));
        return why;
    }

    private static Button history(Button button, String name, Runnable step) {
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        button.setAccessibleText(name);
        button.setDisable(true);
        button.setOnAction(e -> step.run());
        return button;
    }

    private void historyChanged() {
        back.setDisable(!charts.canGoBack());
        forward.setDisable(!charts.canGoForward());
    }

    private MenuButton exportMenu() {
        export.setId("drift-export");
        export.getStyleClass().add(Styles.SMALL);
        export.getItems().addAll(item("Charts as PNG…", "drift.png", file -> new ChartExport(charts).png(file.toPath())),
            item("Charts as SVG…", "drift.svg", file -> new ChartExport(charts).svg(file.toPath())),
            item("Numbers as CSV…", "drift.csv", file -> DriftFiles.csv(model.report().get().orElseThrow(), file.toPath())));
        return export;
    }

    private MenuItem item(String name, String fileName, FileWriter writer) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(e -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName(fileName);
            File file = chooser.showSaveDialog(root.getScene().getWindow());
            if (file != null) {
                write(file, writer);
            }
        });
        return item;
    }

    private void write(File file, FileWriter writer) {
        try {
            writer.write(file);
        } catch (IOException failure) {
            frame.errors().show(failure);
        }
    }

    private void showReport(Optional<DriftReport> report) {
        boolean there = report.filter(r -> r.from().isPresent()).isPresent();
        for (Node node : List.of(controls, body)) {
            node.setVisible(there);
            node.setManaged(there);
        }
        empty.setVisible(!there);
        empty.setManaged(!there);
        export.setDisable(!there);
        head.say(model.sentence());
        if (there) {
            controls.show(report.orElseThrow());
            section.show(model.brushed().get());
            if (focusWanted) {
                focusWanted = false;
                Platform.runLater(charts::requestFocus);
            }
            arrive();
        } else if (report.isPresent()) {
            empty.getChildren().setAll(new EmptyState("fth-activity",
                "Refusal, toxicity, length and the mix of prompts day by day, with change points and what happened around them",
                "It needs a production log: one record per answer, with time, category and whether the model refused.", "Import a log…",
                () -> frame.navigator().go(Place.of(ScreenId.DATA))));
        } else {
            empty.getChildren().setAll(new EmptyState("fth-activity", "Reading the production log", "Charts appear as soon as it is read."));
        }
    }

    private void showCharts(ChartStack stack) {
        charts.show(stack);
        controls.sentences();
        section.show(model.brushed().get());
        spans.follow();
        select(model.detail().get());
    }

    private void showDetail(Optional<DriftDetail> detail) {
        boolean there = detail.isPresent() && model.report().get().isPresent();
        drawerPlace.setVisible(there);
        drawerPlace.setManaged(there);
        drawerPlace.getChildren().clear();
        if (there) {
            Drawer drawer = drawers.of(detail.orElseThrow(), model.report().get().orElseThrow());
            drawer.setMaxHeight(Double.MAX_VALUE);
            drawerPlace.getChildren().setAll(drawer);
        }
        select(detail);
    }

    private void select(Optional<DriftDetail> detail) {
        charts.selected().set(detail.filter(DriftDetail.Change.class::isInstance).map(DriftDetail.Change.class::cast).flatMap(change ->
            charts.stack().changes().stream().filter(ChangeTag::holds).filter(t -> t.day() == change.point().date().toEpochDay()).findFirst()));
    }

    private void closeDrawer() {
        model.closeDetail();
        charts.requestFocus();
    }

    private void openIncident(LocalDate from, LocalDate to, String category) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("open", "new");
        arguments.put("from", from.toString());
        arguments.put("to", to.toString());
        if (!category.equals(MetricSeries.ALL)) {
            arguments.put("category", category);
        }
        frame.navigator().go(new Place(ScreenId.INCIDENTS, arguments));
    }

    private void acceptBaseline() {
        Optional<Baseline> offered = model.baselineOffered();
        offered.ifPresent(baseline -> frame.dialogs().show(new AcceptBaseline(baseline, model.report().get().flatMap(DriftReport::baseline),
            model.safetyFindingsIn(baseline.from(), baseline.to()),
            frame.dialogs()::close, reason -> {
                frame.dialogs().close();
                model.accept(baseline, reason);
            }), () -> { }));
    }

    @Override
    public Node root() {
        return root;
    }

    /** The first line, for what goes from here to other views of the same log. */
    public ScreenHead head() {
        return head;
    }

    @Override
    public void show(Place place) {
        wanted = place.arguments();
        if (model.report().get().filter(r -> r.from().isPresent()).isPresent()) {
            arrive();
        }
    }

    /** Goes where the place says, once there is something to go to. */
    private void arrive() {
        Map<String, String> to = wanted;
        wanted = Map.of();
        Optional.ofNullable(to.get("category")).ifPresent(model::choose);
        Optional<LocalDate> from = day(to.get("from"));
        Optional<LocalDate> last = day(to.get("to"));
        from.ifPresent(first -> {
            Brush brush = Brush.between(first.toEpochDay(), last.orElse(first).toEpochDay());
            charts.mark(Optional.of(brush));
        });
        day(to.get("change")).ifPresent(model::openChange);
        if (to.containsKey("viewFrom") && to.containsKey("viewTo")) {
            charts.zoomTo(number(to.get("viewFrom"), charts.stack().first()), number(to.get("viewTo"), charts.stack().last()));
        }
        if ("findings".equals(to.get("show"))) {
            model.openFindings();
        }
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Place place() {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (!model.category().equals(MetricSeries.ALL)) {
            arguments.put("category", model.category());
        }
        charts.brush().get().ifPresent(b -> {
            arguments.put("from", LocalDate.ofEpochDay(b.first()).toString());
            arguments.put("to", LocalDate.ofEpochDay(b.last()).toString());
        });
        ChartStack stack = charts.stack();
        if (!stack.isEmpty() && (charts.view().get().from() != stack.first() || charts.view().get().to() != stack.last())) {
            arguments.put("viewFrom", String.valueOf(charts.view().get().from()));
            arguments.put("viewTo", String.valueOf(charts.view().get().to()));
        }
        model.detail().get().filter(DriftDetail.Change.class::isInstance).map(DriftDetail.Change.class::cast)
            .ifPresent(c -> arguments.put("change", c.point().date().toString()));
        return new Place(ScreenId.DRIFT, arguments);
    }

    @Override
    public void focusFirst() {
        focusWanted = model.report().get().isEmpty();
        charts.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    /** Writes to a file that a person chose. */
    private interface FileWriter {
        void write(File file) throws IOException;
    }

    private final class SectionActs implements BrushSection.Acts {
        @Override
        public void openIncident() {
            model.brushed().get().ifPresent(b -> DriftScreen.this.openIncident(b.from(), b.to(), model.category()));
        }

        @Override
        public void acceptBaseline() {
            DriftScreen.this.acceptBaseline();
        }

        @Override
        public void explain(String title, String note) {
            frame.dialogs().explain(title, note);
        }
    }

    private final class DrawerActs implements DriftDrawers.Acts {
        @Override
        public void openIncident(LocalDate from, LocalDate to, String category) {
            DriftScreen.this.openIncident(from, to, category);
        }

        @Override
        public void explain(String title, String note) {
            frame.dialogs().explain(title, note);
        }

        @Override
        public void closed() {
            closeDrawer();
        }
    }
}
