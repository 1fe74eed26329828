package io.plumbline.ui.shell;

import io.plumbline.domain.Progress;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.TaskRunner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One task of the task strip. Progress comes from the worker's thread and reaches the window at most ten times a second. */
public final class RunningTask implements Progress, TaskRunner.Running {

    /** How far it is. */
    public record Step(long done, long total, String unit, String message, Duration elapsed) {

        /** Share done, −1 where the total is unknown. */
        public double share() {
            return total <= 0 ? -1 : Math.min(1, done / (double) total);
        }

        /** "74,211 of 121,800 records", "50.5 MB of 82.9 MB · 38.4 MB/s · 3 s left", or the message alone. */
        public String words() {
            if (done <= 0) {
                return message;
            }
            boolean bytes = unit.equals("bytes");
            StringBuilder text = new StringBuilder(bytes ? Figures.bytes(done) : Figures.count(done));
            if (total > 0) {
                text.append(" of ").append(bytes ? Figures.bytes(total) : Figures.count(total));
            }
            if (!bytes) {
                text.append(' ').append(unit);
            }
            double seconds = elapsed.toMillis() / 1000.0;
            if (seconds >= 0.5) {
                double rate = done / seconds;
                if (bytes) {
                    text.append(" · ").append(Figures.decimal(rate / 1e6, 1)).append(" MB/s");
                }
                if (total > done) {
                    text.append(" · ").append(Figures.duration(Duration.ofMillis((long) (1000 * (total - done) / rate)))).append(" left");
                }
            }
            return text.toString();
        }
    }

    private static final long REFRESH_NANOS = 100_000_000L;

    private final String slot;
    private final String title;
    private final long started = System.nanoTime();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step(0, -1, "", "", Duration.ZERO));
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile Step latest = new Step(0, -1, "", "", Duration.ZERO);
    private volatile long shown;

    RunningTask(String slot, String title) {
        this.slot = slot;
        this.title = title;
    }

    public String slot() {
        return slot;
    }

    public String title() {
        return title;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    @Override
    public void update(long done, long total, String unit, String message) {
        long now = System.nanoTime();
        latest = new Step(done, total, unit, message, Duration.ofNanos(now - started));
        if (now - shown >= REFRESH_NANOS && waiting.compareAndSet(false, true)) {
            shown = now;
            Platform.runLater(() -> {
                waiting.set(false);
                step.set(latest);
            });
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
