package io.plumbline.ui.charts;

import io.plumbline.ui.common.Theme;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * A stack of charts on one time line. The wheel zooms at the pointer, dragging pans, Shift + dragging brushes, double-click shows
 * everything, and each view can be taken back. What follows the pointer is drawn on a second canvas, so that the charts below are not
 * redrawn for it.
 */
public final class ChartPane extends Region {

    private static final double SHORTEST_VIEW = 3;
    private static final double ZOOM_STEP = 0.85;
    private static final double TAG_REACH = 60;
    private static final Duration GESTURE_ENDS = Duration.millis(400);

    private final Canvas charts = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ReadOnlyObjectWrapper<Optional<Brush>> brush = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ViewHistory.View> view = new ReadOnlyObjectWrapper<>(new ViewHistory.View(0, 1));
    private final ObjectProperty<Optional<ChangeTag>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ViewHistory history = new ViewHistory();
    private final PauseTransition gestureEnd = new PauseTransition(GESTURE_ENDS);
    private Consumer<ChangeTag> changeChosen = tag -> { };
    private Runnable historyChanged = () -> { };
    private ChartStack stack = ChartStack.empty();
    private ChartPalette palette = ChartPalette.of(Theme.LIGHT);
    private double textScale = 1;
    private Optional<Long> crosshair = Optional.empty();
    private Optional<ViewHistory.View> beforeGesture = Optional.empty();
    private double pressedX;
    private double lastX;
    private boolean moved;
    private boolean brushing;
    private boolean chartsStale = true;
    private boolean drawing;

    public ChartPane() {
        getChildren().addAll(charts, overlay);
        overlay.setMouseTransparent(true);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("pl-chart");
        setMinSize(200, 160);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> crosshairAt(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        gestureEnd.setOnFinished(e -> endGesture());
        selected.addListener((value, was, is) -> redrawOverlay());
        focusedProperty().addListener((value, was, is) -> redrawOverlay());
    }

    /** Shows other data; the view stays where it still lies inside. */
    public void show(ChartStack wanted) {
        boolean first = stack.isEmpty() || stack.first() != wanted.first() || stack.last() != wanted.last();
        stack = wanted;
        if (first) {
            view.set(new ViewHistory.View(wanted.first(), wanted.last()));
            brush.set(brush.get().filter(b -> b.first() >= wanted.first() && b.last() < wanted.last()));
        }
        redraw();
    }

    public ChartStack stack() {
        return stack;
    }

    public void look(Theme theme, double scale) {
        palette = ChartPalette.of(theme);
        textScale = scale;
        redraw();
    }

    public ReadOnlyObjectProperty<Optional<Brush>> brush() {
        return brush.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ViewHistory.View> view() {
        return view.getReadOnlyProperty();
    }

    /** The change point whose details are shown elsewhere. */
    public ObjectProperty<Optional<ChangeTag>> selected() {
        return selected;
    }

    /** Told when a person chooses a change point. */
    public void onChangeChosen(Consumer<ChangeTag> listener) {
        changeChosen = listener;
    }

    /** Told when back or forward become possible or not. */
    public void onHistoryChanged(Runnable listener) {
        historyChanged = listener;
    }

    public void mark(Optional<Brush> days) {
        brush.set(days);
        redrawOverlay();
    }

    /** Shows these days, as a step that can be taken back. */
    public void zoomTo(double from, double to) {
        history.leave(view.get());
        historyChanged.run();
        set(scale(from, to).within(stack.first(), stack.last(), SHORTEST_VIEW));
    }

    public void showAll() {
        zoomTo(stack.first(), stack.last());
    }

    public void back() {
        history.back(view.get()).ifPresent(this::restore);
    }

    public void forward() {
        history.forward(view.get()).ifPresent(this::restore);
    }

    public boolean canGoBack() {
        return history.canGoBack();
    }

    public boolean canGoForward() {
        return history.canGoForward();
    }

    private void restore(ViewHistory.View wanted) {
        view.set(wanted);
        historyChanged.run();
        redraw();
    }

    private ChartLayout layoutNow() {
        return new ChartLayout(stack, getWidth(), getHeight(), textScale);
    }

    /** Where the days lie now; lets tests aim at a day. */
    public TimeScale timeScale() {
        return scale(view.get().from(), view.get().to());
    }

    private TimeScale scale(double from, double to) {
        ChartLayout layout = layoutNow();
        return new TimeScale(from, to, layout.left(), layout.right());
    }

    private void set(TimeScale scale) {
        view.set(new ViewHistory.View(scale.from(), scale.to()));
        redraw();
    }

    private void scrolled(ScrollEvent event) {
        double turn = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (turn == 0 || stack.isEmpty() || !layoutNow().isInPlots(event.getX(), event.getY())) {
            return;
        }
        beginGesture();
        zoomBy(event.getX(), turn > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
        gestureEnd.playFromStart();
        event.consume();
    }

    private void zoomBy(double x, double factor) {
        set(timeScale().zoomedAt(x, factor).within(stack.first(), stack.last(), SHORTEST_VIEW));
    }

    private void beginGesture() {
        if (beforeGesture.isEmpty()) {
            beforeGesture = Optional.of(view.get());
        }
    }

    private void endGesture() {
        beforeGesture.filter(before -> !before.equals(view.get())).ifPresent(before -> {
            history.leave(before);
            historyChanged.run();
        });
        beforeGesture = Optional.empty();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressedX = event.getX();
        lastX = event.getX();
        moved = false;
        brushing = event.isShiftDown() && event.getButton() == MouseButton.PRIMARY;
        if (brushing) {
            brush.set(Optional.of(dayAt(event.getX())).map(d -> new Brush(d, d)));
        }
        // A scroll pane around the charts would take the focus back.
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (stack.isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        moved = moved || Math.abs(event.getX() - pressedX) > 3;
        if (brushing) {
            brush.set(Optional.of(Brush.between(dayAt(pressedX), dayAt(event.getX()))));
            crosshair = Optional.of(dayAt(event.getX()));
            redrawOverlay();
        } else if (moved) {
            beginGesture();
            set(timeScale().panned(event.getX() - lastX).within(stack.first(), stack.last(), SHORTEST_VIEW));
        }
        lastX = event.getX();
    }

    private void released(MouseEvent event) {
        if (brushing && moved) {
            brush.set(Optional.of(Brush.between(dayAt(pressedX), dayAt(event.getX()))));
        } else if (!brushing) {
            endGesture();
        }
        brushing = false;
        redrawOverlay();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || moved || stack.isEmpty()) {
            return;
        }
        if (event.getClickCount() == 2) {
            showAll();
        } else if (event.getY() < layoutNow().tags() + 6) {
            stack.changes().stream().filter(ChangeTag::holds)
                .filter(c -> Math.abs(timeScale().x(c.day()) - event.getX()) < TAG_REACH * textScale)
                .min(Comparator.comparingDouble(c -> Math.abs(timeScale().x(c.day()) - event.getX()))).ifPresent(changeChosen);
        }
    }

    private long dayAt(double x) {
        long day = (long) Math.floor(timeScale().day(x));
        return Math.max((long) stack.first(), Math.min((long) stack.last() - 1, day));
    }

    private void point(double x, double y) {
        crosshairAt(!stack.isEmpty() && layoutNow().isInPlots(x, y) ? Optional.of(dayAt(x)) : Optional.empty());
    }

    private void crosshairAt(Optional<Long> day) {
        if (!day.equals(crosshair)) {
            crosshair = day;
            day.ifPresent(this::say);
            redrawOverlay();
        }
    }

    /** What the crosshair reads, for those who listen instead of looking. */
    private void say(long day) {
        StringBuilder text = new StringBuilder(java.time.LocalDate.ofEpochDay(day).toString());
        stack.plots().forEach(p -> Optional.ofNullable(p.readings().get(day)).ifPresent(r -> text.append(", ").append(p.title()).append(' ').append(r)));
        setAccessibleText(text.toString());
    }

    private void typed(KeyEvent event) {
        if (stack.isEmpty() || event.isControlDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        boolean known = true;
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            step(code == KeyCode.LEFT ? -1 : 1, event.isShiftDown());
        } else if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            byKey(ZOOM_STEP * ZOOM_STEP);
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            byKey(1 / ZOOM_STEP / ZOOM_STEP);
        } else if (code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0) {
            showAll();
        } else if (code == KeyCode.C) {
            nextChange();
        } else if (code == KeyCode.ESCAPE && brush.get().isPresent()) {
            mark(Optional.empty());
        } else {
            known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void byKey(double factor) {
        beginGesture();
        double x = crosshair.map(d -> timeScale().x(d + 0.5)).orElse((timeScale().left() + timeScale().right()) / 2);
        zoomBy(x, factor);
        endGesture();
    }

    private void step(int days, boolean extend) {
        long middle = (long) ((view.get().from() + view.get().to()) / 2);
        long from = crosshair.orElse(middle);
        long to = Math.max((long) stack.first(), Math.min((long) stack.last() - 1, crosshair.isEmpty() ? from : from + days));
        if (extend) {
            brush.set(Optional.of(brush.get().map(b -> b.last() == from ? Brush.between(b.first(), to) : b.first() == from
                ? Brush.between(to, b.last()) : Brush.between(from, to)).orElse(Brush.between(from, to))));
        }
        crosshairAt(Optional.of(to));
        redrawOverlay();
    }

    private void nextChange() {
        double after = selected.get().map(ChangeTag::day).orElse(Double.NEGATIVE_INFINITY);
        stack.changes().stream().filter(ChangeTag::holds).sorted(Comparator.comparingDouble(ChangeTag::day)).filter(c -> c.day() > after).findFirst()
            .or(() -> stack.changes().stream().filter(ChangeTag::holds).min(Comparator.comparingDouble(ChangeTag::day)))
            .ifPresent(changeChosen);
    }

    @Override
    protected void layoutChildren() {
        if (charts.getWidth() != getWidth() || charts.getHeight() != getHeight()) {
            charts.setWidth(getWidth());
            charts.setHeight(getHeight());
            overlay.setWidth(getWidth());
            overlay.setHeight(getHeight());
            redraw();
        }
    }

    private void redraw() {
        chartsStale = true;
        redrawOverlay();
    }

    /** Any number of changes before the next turn of the event queue become one drawing. */
    private void redrawOverlay() {
        if (!drawing) {
            drawing = true;
            Platform.runLater(this::draw);
        }
    }

    private void draw() {
        drawing = false;
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        ChartLayout layout = layoutNow();
        TimeScale time = timeScale();
        if (chartsStale) {
            chartsStale = false;
            new ChartPainter(new CanvasPen(charts.getGraphicsContext2D()), palette).paint(stack, layout, time);
        }
        overlay.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (!stack.isEmpty()) {
            new OverlayPainter(new CanvasPen(overlay.getGraphicsContext2D()), palette, stack, layout, time).paint(brush.get(), selected.get(), crosshair);
        }
    }
}
