package io.plumbline.ui.drift;

import io.plumbline.ui.charts.ChartPane;
import io.plumbline.ui.charts.ChartStack;
import io.plumbline.ui.charts.ViewHistory;
import io.plumbline.ui.common.Segments;
import java.util.List;
import javafx.scene.Node;

/** How many days are in view: chosen here, and shown here when the wheel or the history changed it. */
final class SpanChoice {

    private static final List<String> NAMES = List.of("7 d", "30 d", "90 d", "All");
    private static final int[] DAYS = {7, 30, 90, 0};
    private static final double SAME_DAY = 0.01;

    private final ChartPane charts;
    private final Segments segments = new Segments(NAMES, this::zoom);
    private boolean following;

    SpanChoice(ChartPane charts) {
        this.charts = charts;
    }

    Node node() {
        return segments;
    }

    private double first(int choice) {
        ChartStack stack = charts.stack();
        return DAYS[choice] == 0 ? stack.first() : Math.max(stack.first(), stack.last() - DAYS[choice]);
    }

    private void zoom(int choice) {
        if (!following && !charts.stack().isEmpty()) {
            charts.zoomTo(first(choice), charts.stack().last());
        }
    }

    /** Shows the choice that names what is in view; none where a free zoom fits none. */
    void follow() {
        ViewHistory.View view = charts.view().get();
        boolean toTheEnd = Math.abs(view.to() - charts.stack().last()) < SAME_DAY;
        int fitting = -1;
        for (int i = 0; i < DAYS.length; i++) {
            fitting = toTheEnd && Math.abs(view.from() - first(i)) < SAME_DAY ? i : fitting;
        }
        following = true;
        if (fitting < 0) {
            segments.chooseNone();
        } else {
            segments.choose(fitting);
        }
        following = false;
    }
}
