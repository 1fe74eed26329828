package io.plumbline.ui.patterns;

import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges.Change;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Segments;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.drift.DriftScreen;
import io.plumbline.ui.shell.Command;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * Everything that looks for change in production, one beside the other: the charts, and the searches that go into prompts and single records.
 * One choice in the head goes from one to the other.
 */
public final class DriftViews implements Screen {

    private static final String VIEW = "view";

    /** The views, in the order of the choice. */
    private enum View {
        CHARTS("Charts"), TRIGGERS("Triggers"), TOPICS("Topics"), ANOMALIES("Anomalies"), SAMPLING("Sampling");

        private final String title;

        View(String title) {
            this.title = title;
        }
    }

    private final Workspace workspace;
    private final Frame frame;
    private final DriftScreen charts;
    private final Map<View, PatternView> opened = new EnumMap<>(View.class);
    private final Subscriptions subscriptions = new Subscriptions();
    private final StackPane root = new StackPane();
    private final Segments choice;
    private View shown = View.CHARTS;

    public DriftViews(Workspace workspace, Frame frame) {
        this.workspace = workspace;
        this.frame = frame;
        charts = new DriftScreen(workspace, frame);
        choice = new Segments(Stream.of(View.values()).map(view -> view.title).toList(), index -> display(View.values()[index]));
        choice.setId("drift-views");
        root.getStylesheets().add(Objects.requireNonNull(DriftViews.class.getResource("/io/plumbline/ui/patterns.css")).toExternalForm());
        choice.choose(0);
        for (View view : View.values()) {
            subscriptions.add(frame.commands().add(Command.always(Command.GO_TO, "fth-activity", "Drift: " + view.title, "", "",
                () -> frame.navigator().go(Place.of(ScreenId.DRIFT, VIEW, view.name().toLowerCase(Locale.ROOT))))));
        }
        subscriptions.add(workspace.changes().subscribe(change -> {
            if (change == Change.IMPORTS) {
                Platform.runLater(() -> opened.values().forEach(PatternView::reload));
            }
        }));
    }

    private void display(View view) {
        shown = view;
        Node node = view == View.CHARTS ? charts.root() : view(view).root();
        ScreenHead head = view == View.CHARTS ? charts.head() : view(view).head();
        head.getChildren().remove(choice);
        head.getChildren().add(1, choice);
        root.getChildren().setAll(node);
    }

    private PatternView view(View view) {
        return opened.computeIfAbsent(view, wanted -> switch (wanted) {
            case TRIGGERS -> new TriggersView(new TriggersModel(workspace, frame.tasks(), frame.errors()), frame);
            case TOPICS -> new TopicsView(new TopicsModel(workspace, frame.tasks(), frame.errors()), frame);
            case ANOMALIES -> new AnomaliesView(new AnomaliesModel(workspace, frame.tasks(), frame.errors()), frame);
            case SAMPLING -> new SamplingView(new SamplingModel(workspace, frame.tasks(), frame.errors()));
            case CHARTS -> throw new IllegalStateException("the charts are a screen of their own");
        });
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        String wanted = place.arguments().getOrDefault(VIEW, View.CHARTS.name());
        View view = List.of(View.values()).stream().filter(v -> v.name().equalsIgnoreCase(wanted)).findFirst().orElse(View.CHARTS);
        choice.choose(view.ordinal());
        if (view == View.CHARTS) {
            charts.show(place);
        }
    }

    @Override
    public Place place() {
        Map<String, String> arguments = new LinkedHashMap<>(shown == View.CHARTS ? charts.place().arguments() : Map.of());
        if (shown != View.CHARTS) {
            arguments.put(VIEW, shown.name().toLowerCase(Locale.ROOT));
        }
        return new Place(ScreenId.DRIFT, arguments);
    }

    @Override
    public void focusFirst() {
        if (shown == View.CHARTS) {
            charts.focusFirst();
        } else {
            view(shown).focusFirst();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        charts.close();
        opened.values().forEach(PatternView::close);
    }
}
