package io.plumbline.app;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Finds out whether a window can be opened here, by starting the toolkit. */
final class Display {

    private Display() {
    }

    /** Starts the toolkit; answers with the reason where that is not possible (no display, no GTK). */
    static Optional<String> start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            // One window may close and another open, on another workspace.
            Platform.setImplicitExit(false);
            started.await();
            return Optional.empty();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noDisplay) {
            return Optional.of(String.valueOf(noDisplay.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
