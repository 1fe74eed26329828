package io.plumbline.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Everything a view listens to, let go of together when the view closes. */
public final class Subscriptions implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Keeps a subscription until {@link #close}. */
    public void add(AutoCloseable subscription) {
        open.push(subscription);
    }

    public <T> void listen(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        open.push(() -> value.removeListener(listener));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a subscription could not be ended", e);
            }
        }
    }
}
