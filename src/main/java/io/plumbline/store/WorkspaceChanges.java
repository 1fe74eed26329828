package io.plumbline.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever listens that something in the workspace changed, on the thread that changed it. Belongs to one workspace. */
public final class WorkspaceChanges {

    /** What changed. */
    public enum Change {
        IMPORTS, DECISIONS, SETTINGS
    }

    /** Ends a subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    public Subscription subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
