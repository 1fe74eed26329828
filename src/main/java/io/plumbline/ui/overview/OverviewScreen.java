package io.plumbline.ui.overview;

import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.common.ScreenHead;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.shell.Frame;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.Screen;
import io.plumbline.ui.shell.ScreenId;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first screen: what is wrong, in one sentence, and the way to why; or, in an empty workspace, the questions it can answer. */
public final class OverviewScreen implements Screen {

    private static final String FORMATS = """
        Evaluation runs: Inspect AI logs (.json, .eval with deflate or zstd entries), JailbreakBench artifacts, refusal_direction \
        evaluations, XSTest completions (CSV), and any CSV or JSON Lines file whose columns you map once.

        Production logs: JSON Lines and CSV, plain or gzip, with a time, a prompt and a response; everything else is optional.

        A file is recognised by its content, never by its name. What can't be read is kept beside the import, with its line and the reason.""";

    private final OverviewModel model;
    private final Runnable importFiles;
    private final Frame frame;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StackPane root = new StackPane();
    private Runnable focus = this::waitForThePage;
    private boolean focusIsWanted;

    /**
     * @param reader      reads the workspace, off the FX thread; empty where it holds nothing
     * @param importFiles lets the person choose files
     */
    public OverviewScreen(OverviewReader reader, SampleImport sample, WorkspaceChanges changes, Runnable importFiles,
                          Frame frame) {
        this.importFiles = importFiles;
        this.frame = frame;
        model = new OverviewModel(reader, sample, frame.tasks(), frame.errors());
        root.getStyleClass().add("pl-canvas");
        root.getChildren().setAll(beingRead());
        subscriptions.listen(model.shown(), (value, was, is) -> draw(is));
        subscriptions.listen(model.opening(), (value, was, is) -> draw(model.shown().get()));
        subscriptions.add(changes.subscribe(change -> Platform.runLater(() -> model.workspaceChanged(change))));
        model.refresh();
    }

    /** Imports the sample, as its button does. */
    public void openSample() {
        model.openSample();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Place place) {
        model.refresh();
    }

    @Override
    public Place place() {
        return Place.of(ScreenId.OVERVIEW);
    }

    @Override
    public void focusFirst() {
        focus.run();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private void draw(OverviewModel.Shown shown) {
        boolean focused = root.getScene() != null && root.getScene().getFocusOwner() != null && isInside(root.getScene().getFocusOwner());
        if (shown instanceof OverviewModel.Read read) {
            OverviewPage page = new OverviewPage(read.reading(), frame);
            root.getChildren().setAll(page.build());
            focus = page::focusFirst;
        } else if (shown instanceof OverviewModel.Empty) {
            FirstRun first = new FirstRun(model.opening().get());
            root.getChildren().setAll(first.build(model::openSample, importFiles, () -> frame.dialogs().explain("Formats", FORMATS)));
            focus = first::focusFirst;
        }
        if (!frame.dialogs().isOpen() && (focused || focusIsWanted)) {
            focusIsWanted = false;
            root.applyCss(); // the scroll pane has the page in the scene only once it is styled
            focus.run();
        }
    }

    private void waitForThePage() {
        focusIsWanted = true;
    }

    /** The frame of the page while the numbers are on their way. */
    private static Node beingRead() {
        ScreenHead head = new ScreenHead("Overview");
        head.say("reading the workspace…");
        VBox page = new VBox(head);
        for (double height : new double[] {74, 134, 310}) {
            Region block = new Region();
            block.getStyleClass().add("pl-skeleton");
            block.setMinHeight(height);
            page.getChildren().add(block);
        }
        page.getStyleClass().add("pl-screen");
        return page;
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }
}
