package io.plumbline.ui.compare;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.domain.TextSpan;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.NoPair;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges.Change;
import io.plumbline.ui.common.Card;
import io.plumbline.ui.common.EmptyState;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Words;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Base against candidate: what changed, in which category, on which prompts, and the two answers behind each flip. */
public final class CompareScreen implements Screen {

    private static final String METHOD = """
        Only prompts that both runs answered and the same judge scored are counted; repeats of a prompt count once, by majority. \
        Relative change = (candidate − base) / base of the rate of safe answers; negative is worse.
        Interval: Newcombe's paired interval of the difference (method 10, 95 %) divided by the base rate, bounded at −100 %.
        p: exact McNemar, one-sided (is the candidate less safe?), in the table after Holm's adjustment over all categories.
        State: past a limit counts only where the adjusted p is below the policy's alpha; OK needs the whole interval above the review limit \
        and enough prompts. Limits and sources: Settings, Policy.""";

    private final Workspace workspace;
    private final Frame frame;
    private final Policy policy;
    private final CompareViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ScreenHead head;
    private final RunBar bar;
    private final ComparisonTiles tiles;
    private final CategoryTable table;
    private final PromptPanel panel;
    private final Label detectable = Words.small("");
    private final SplitPane body;
    private final StackPane problem = new StackPane();
    private final VBox root = new VBox();
    /** Whether the focus belongs into the table as soon as there is one. */
    private boolean tableWaited;

    /** @param comparator shared with Overview, which shows the same pair; @param refusal finds the words that make an answer a refusal; @param detector its name and version */
    public CompareScreen(Workspace workspace, RunComparator comparator, Frame frame, Function<String, List<TextSpan>> refusal, String detector) {
        this.workspace = workspace;
        this.frame = frame;
        policy = workspace.policy();
        model = new CompareViewModel(workspace, comparator, frame.tasks(), frame.errors());
        // First of all, so that the runs are read and compared while the window dresses and lays out what is built below.
        model.reload();
        Button gate = new Button("Open the gate", Icons.of("fth-check-square"));
        gate.setId("open-gate");
        gate.setOnAction(e -> openGate());
        Button export = new Button("Export flips…", Icons.of("fth-download"));
        export.setId("export-flips");
        export.setOnAction(e -> exportFlips());
        Button conditions = new Button("Conditions…", Icons.of("fth-layers"));
        conditions.setId("open-conditions");
        conditions.setOnAction(e -> frame.dialogs().show(
            new ConditionsPane(new ConditionsViewModel(workspace, frame.tasks(), frame.errors())).node(), () -> { }));
        Button rate = new Button("Rate blind…", Icons.of("fth-eye-off"));
        rate.setId("rate-blind");
        rate.setOnAction(e -> rate());
        Button trend = new Button("Trend and peers…", Icons.of("fth-trending-down"));
        trend.setId("open-trend");
        trend.setOnAction(e -> openTrend());
        Button adapters = new Button("Adapters…", Icons.of("fth-layers"));
        adapters.setId("open-adapters");
        adapters.setOnAction(e -> frame.dialogs().show(new AdapterPane(new AdapterViewModel(workspace, frame.tasks(), frame.errors()),
            this::openPair).node(), () -> { }));
        head = new ScreenHead("Compare", conditions, trend, adapters, rate, export, gate);
        bar = new RunBar(model, policy, subscriptions);
        tiles = new ComparisonTiles(policy, this::openFlips, () -> frame.navigator().go(Place.of(ScreenId.DATA)), this::rate,
            () -> model.view().get().ifPresent(view -> frame.dialogs().show(new ShiftPane(view.comparison()).node(), () -> { })));
        table = new CategoryTable(policy, model::select);
        panel = new PromptPanel(model, new AnswerPanes(refusal, detector, this::logOpened), subscriptions);
        body = new SplitPane(categories(), panel.node());
        body.setDividerPositions(0.59);
        body.getStyleClass().add("pl-split");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(problem, Priority.ALWAYS);
        root.getStyleClass().add("pl-screen");
        root.getStylesheets().add(Objects.requireNonNull(CompareScreen.class.getResource("/io/plumbline/ui/compare.css")).toExternalForm());
        root.getChildren().addAll(head, bar.root(), tiles, body, problem);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // The table and the list would keep these two keys to themselves, to scroll sideways.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::crossed);
        root.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        subscriptions.listen(model.view(), (value, was, is) -> show(is));
        subscriptions.listen(model.problem(), (value, was, is) -> show(model.view().get()));
        subscriptions.listen(model.category(), (value, was, is) -> table.mark(is));
        ListChangeListener<EvaluationRun> counted = change -> show(model.view().get());
        model.runs().addListener(counted);
        subscriptions.add(() -> model.runs().removeListener(counted));
        subscriptions.add(workspace.changes().subscribe(change -> {
            if (change == Change.IMPORTS) {
                Platform.runLater(model::reload);
            }
        }));
        show(model.view().get());
    }

    private Node categories() {
        Hyperlink why = new Hyperlink("Why?");
        why.setOnAction(e -> frame.dialogs().explain("How the change is computed", METHOD));
        HBox legend = new HBox(14, swatch("ok", "to −" + limit("concern.category.decrease")), swatch("watch", "over −"
            + limit("concern.category.decrease") + ": review"), swatch("act", "over −" + limit("gate.category.block") + ": block"), gap(), detectable);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.getStyleClass().add("pl-legend");
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        Card card = Card.titled("Safe rate by category", "worst first, 95% interval of the relative change", why).flush()
            .with(table.node(), legend);
        card.setMinWidth(520);
        return card;
    }

    private String limit(String key) {
        return io.plumbline.evaluation.Words.limit(policy.exact(key));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label swatch(String style, String words) {
        Region box = new Region();
        box.getStyleClass().addAll("pl-swatch", style);
        Label label = Words.small(words);
        label.setGraphic(box);
        return label;
    }

    private void show(Optional<ComparisonView> shown) {
        boolean there = shown.isPresent();
        for (Node node : List.of(tiles, body)) {
            node.setVisible(there);
            node.setManaged(there);
        }
        problem.setVisible(!there);
        problem.setManaged(!there);
        if (there) {
            ComparisonView view = shown.get();
            head.say(view.finding());
            tiles.show(view);
            table.show(view.lines(), policy, n -> view.detectable(n, policy));
            table.mark(model.category().get());
            detectable.setText(view.detectable());
            if (tableWaited && bar.holdsFocus()) {
                Platform.runLater(table.node()::requestFocus);
            }
            tableWaited = false;
        } else {
            head.say("");
            problem.getChildren().setAll(why());
        }
    }

    private Node why() {
        if (!model.problem().get().isEmpty()) {
            return new EmptyState("fth-columns", "These two runs can't be compared", model.problem().get());
        }
        if (model.base().get() != null && model.candidate().get() != null) {
            return Words.meta("Comparing…");
        }
        return new EmptyState("fth-columns", "Base and candidate on the same prompts: rates, intervals, flips, answers side by side",
            NoPair.sentence(model.runs()), "Import runs…",
            () -> frame.navigator().go(Place.of(ScreenId.DATA)));
    }

    private void openFlips() {
        model.openFlips();
        panel.focusList();
    }

    private void openTrend() {
        String suite = Optional.ofNullable(model.candidate().get()).map(EvaluationRun::suite).orElse("");
        frame.dialogs().show(new SuitePane(new SuiteViewModel(workspace, frame.tasks(), frame.errors()), policy, suite, point -> {
            frame.dialogs().close();
            model.openRun(point.run());
        }).node(), () -> { });
    }

    private void openPair(EvaluationRun base, EvaluationRun candidate) {
        frame.dialogs().close();
        model.choose(ComparisonRequest.of(base.id(), candidate.id()));
    }

    /** What stands behind the dialog names the runs and shows their answers; a rater must not see it. */
    private void rate() {
        model.view().get().ifPresent(view -> {
            root.setVisible(false);
            frame.dialogs().show(new PairwisePane(new PairwiseViewModel(workspace, frame.tasks(), frame.errors(), view.comparison(),
                () -> new SplittableRandom().nextLong())).node(), () -> {
                    root.setVisible(true);
                    model.refresh();
                });
        });
    }

    private void exportFlips() {
        model.view().get().ifPresent(view -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Export the prompts that flipped, as a suite");
            chooser.setInitialFileName("flips.jsonl");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON lines", "*.jsonl"));
            File file = chooser.showSaveDialog(root.getScene().getWindow());
            if (file != null) {
                model.exportFlips(file.toPath(), written -> frame.dialogs().explain("Suite written",
                    written + " prompts that flipped in " + file + ". It holds prompts only, no answers."));
            }
        });
    }

    private void openGate() {
        frame.navigator().go(new Place(ScreenId.SIGN_OFF, place().arguments()));
    }

    private void logOpened(String subject, String what) {
        frame.tasks().start("compare.opened", "Logging what was opened", progress -> workspace.decisions().record(DecisionKinds.TEXT_REVEALED,
            subject, Map.of("screen", "compare", "text", what)), entry -> { }, frame.errors()::show);
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown() || model.prompt().get().isEmpty()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.R) {
            panel.reveal(true);
        } else if (code == KeyCode.DIGIT1 || code == KeyCode.NUMPAD1) {
            model.check(JudgeCheck.RIGHT);
        } else if (code == KeyCode.DIGIT2 || code == KeyCode.NUMPAD2) {
            model.check(JudgeCheck.WRONG);
        } else if (code == KeyCode.U) {
            model.check(JudgeCheck.UNSURE);
        } else if (code == KeyCode.D) {
            panel.switchMarks();
        } else {
            return;
        }
        event.consume();
    }

    private void crossed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.RIGHT && table.node().isFocused()) {
            panel.focusList();
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT && panel.listHoldsFocus()) {
            table.node().requestFocus();
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.R) {
            panel.reveal(false);
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        Map<String, String> wanted = place.arguments();
        ComparisonPlace.read(wanted).ifPresent(model::choose);
        if (wanted.containsKey("category")) {
            model.select(wanted.get("category"));
        }
    }

    @Override
    public Place place() {
        Map<String, String> arguments = new LinkedHashMap<>();
        model.view().get().ifPresent(view -> {
            arguments.putAll(ComparisonPlace.arguments(view.comparison()));
            arguments.put("category", model.category().get());
        });
        return new Place(ScreenId.COMPARE, arguments);
    }

    @Override
    public void focusFirst() {
        if (model.view().get().isPresent()) {
            table.node().requestFocus();
        } else {
            bar.focus();
            tableWaited = true;
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
