package io.plumbline.ui.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Views that were shown before and after the present one, as a browser keeps pages. */
public final class ViewHistory {

    private static final int MOST = 100;

    /** Days from the left edge to the right edge. */
    public record View(double from, double to) {
    }

    private final Deque<View> earlier = new ArrayDeque<>();
    private final Deque<View> later = new ArrayDeque<>();

    /** Leaves a view for a new one. */
    public void leave(View view) {
        if (!view.equals(earlier.peek())) {
            earlier.push(view);
        }
        if (earlier.size() > MOST) {
            earlier.removeLast();
        }
        later.clear();
    }

    public Optional<View> back(View present) {
        return step(earlier, later, present);
    }

    public Optional<View> forward(View present) {
        return step(later, earlier, present);
    }

    public boolean canGoBack() {
        return !earlier.isEmpty();
    }

    public boolean canGoForward() {
        return !later.isEmpty();
    }

    private static Optional<View> step(Deque<View> from, Deque<View> to, View present) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(present);
        return Optional.of(from.pop());
    }
}
