package io.plumbline.ui.shell;

import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.common.Look;
import io.plumbline.ui.common.Subscriptions;
import io.plumbline.ui.common.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The frame of the window: rail, top bar, content, status row, and what stands above them. Screens are built when they are first wanted. */
public final class Shell implements Navigator, AutoCloseable {

    /** Under this width the rail shows icons only. */
    private static final double NARROW = 1360;

    private final Supplier<ShellStatus> status;
    private final Map<ScreenId, Supplier<Screen>> factories = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Screen> open = new EnumMap<>(ScreenId.class);
    private final History history = new History();
    private final CommandRegistry commands = new CommandRegistry();
    private final WindowTaskRunner tasks = new WindowTaskRunner();
    private final WindowErrorSurface errors = new WindowErrorSurface();
    private final ModalDialogs dialogs = new ModalDialogs();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Rail rail = new Rail(id -> go(Place.of(id)));
    private final TopBar top = new TopBar(this::openPalette, this);
    private final StackPane content = new StackPane();
    private final StatusBar bottom = new StatusBar(tasks.running(), Clock.systemUTC());
    private final StackPane root = new StackPane();
    private final Frame frame;
    private Consumer<List<Path>> whenDropped = files -> { };
    private Runnable chooseFiles = () -> { };
    private ScreenId current;

    /** @param status reads what the frame shows; called off the FX thread, now and after every change of the workspace */
    public Shell(Look look, WorkspaceChanges changes, Supplier<ShellStatus> status) {
        this.status = status;
        frame = new Frame(this, tasks, errors, dialogs, commands, look);
        BorderPane right = new BorderPane(content, top, null, null, null);
        BorderPane all = new BorderPane(right, null, null, bottom, rail);
        root.getChildren().addAll(all, errors.node(), dialogs.node());
        root.widthProperty().addListener((value, was, is) -> fitRail(is.doubleValue()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, new ShellKeys(this)::handle);
        acceptFiles();
        WorkspaceChanges.Subscription changed = changes.subscribe(change -> Platform.runLater(this::refresh));
        subscriptions.add(changed);
        new ShellCommands(this, frame).register();
    }

    public Parent root() {
        return root;
    }

    /** What screens get. */
    public Frame frame() {
        return frame;
    }

    /** Puts a screen into the rail; it is built when it is first shown. */
    public void add(ScreenId id, Supplier<Screen> factory) {
        factories.put(id, factory);
        if (id.isOnRail()) {
            rail.add(id);
        }
        commands.add(Command.always(Command.GO_TO, id.icon(), id.title(), "", id.isOnRail() ? "Ctrl " + id.digit() : "", () -> go(Place.of(id))));
    }

    /** What happens to files that are dropped on the window. */
    public void onFilesDropped(Consumer<List<Path>> handler) {
        whenDropped = handler;
    }

    /** What "Import files…" of an empty palette does. */
    public void onChooseFiles(Runnable handler) {
        chooseFiles = handler;
    }

    /** Dresses the scene and shows the first screen. */
    public void start(Scene scene) {
        subscriptions.add(frame.look().dress(scene));
        refresh();
        factories.keySet().stream().findFirst().ifPresent(first -> go(Place.of(first)));
    }

    @Override
    public void go(Place place) {
        if (!factories.containsKey(place.screen())) {
            return;
        }
        rememberPlace();
        history.visit(place);
        show(place);
    }

    @Override
    public void back() {
        rememberPlace();
        history.back().ifPresent(this::show);
    }

    @Override
    public void forward() {
        rememberPlace();
        history.forward().ifPresent(this::show);
    }

    /** The screens of the rail. */
    public Set<ScreenId> screens() {
        return Set.copyOf(factories.keySet());
    }

    /** The screen, where it was built already. */
    public Optional<Screen> built(ScreenId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Closes one screen; it is built anew when it is wanted again. */
    public void close(ScreenId id) {
        Screen screen = open.remove(id);
        if (screen != null) {
            content.getChildren().remove(screen.root());
            screen.close();
        }
    }

    @Override
    public void close() {
        open.values().forEach(Screen::close);
        open.clear();
        subscriptions.close();
        tasks.close();
    }

    void openPalette() {
        CommandPalette palette = new CommandPalette(new PaletteModel(commands, tasks, this), dialogs::close, () -> chooseFiles.run());
        StackPane placed = new StackPane(palette);
        placed.setAlignment(Pos.TOP_CENTER);
        placed.setPadding(new Insets(92, 0, 20, 0));
        placed.setPickOnBounds(false);
        dialogs.show(placed, Pos.TOP_CENTER, () -> { });
        palette.begin();
    }

    void toggleTheme() {
        Theme now = frame.look().theme().get();
        frame.look().choose(now.other());
    }

    /** F6: rail → top → screen → status row → rail. */
    void cycleFocus() {
        new FocusCycle(List.of(rail, top, content, bottom)).next(root.getScene());
    }

    void go(int digit) {
        factories.keySet().stream().filter(id -> id.digit() == digit).findFirst().ifPresent(id -> go(Place.of(id)));
    }

    boolean dialogIsOpen() {
        return dialogs.isOpen();
    }

    private void show(Place place) {
        try {
            Screen screen = open.computeIfAbsent(place.screen(), id -> factories.get(id).get());
            current = place.screen();
            content.getChildren().setAll(screen.root());
            rail.select(current);
            screen.show(place);
            Platform.runLater(() -> {
                if (!dialogs.isOpen()) {
                    screen.focusFirst();
                }
            });
        } catch (RuntimeException failure) {
            errors.show(failure);
        }
    }

    private void rememberPlace() {
        Screen screen = open.get(current);
        if (screen != null) {
            history.remember(screen.place());
        }
    }

    private void refresh() {
        tasks.start("shell.status", "Reading the workspace", progress -> status.get(), this::showStatus, errors::show);
    }

    private void showStatus(ShellStatus read) {
        rail.show(read);
        top.show(read);
        bottom.show(read);
    }

    private void fitRail(double width) {
        if (width < NARROW) {
            rail.becomeNarrow();
        } else {
            rail.becomeWide();
        }
    }

    private void acceptFiles() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        root.setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                List<Path> paths = event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
                Platform.runLater(() -> whenDropped.accept(paths));
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

}
