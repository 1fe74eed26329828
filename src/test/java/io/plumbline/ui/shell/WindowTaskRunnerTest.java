package io.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.CancelledException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WindowTaskRunnerTest {

    private final WindowTaskRunner tasks = new WindowTaskRunner();
    private final List<String> results = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void ofTwoTasksWithOneSlotOnlyTheNewestDelivers() throws TimeoutException {
        CountDownLatch hold = new CountDownLatch(1);
        WaitForAsyncUtils.asyncFx(() -> {
            tasks.start("chart", "first", progress -> {
                hold.await(30, TimeUnit.SECONDS);
                return "old";
            }, results::add, failures::add);
            tasks.start("chart", "second", progress -> "new", results::add, failures::add);
        });
        until(() -> results.contains("new"));
        hold.countDown();
        until(() -> tasks.running().isEmpty());
        assertThat(results).containsExactly("new");
        assertThat(failures).isEmpty();
    }

    @Test
    void aTaskThatThePersonCancelledTellsItsView() throws TimeoutException {
        WaitForAsyncUtils.asyncFx(() -> tasks.start("import", "long", progress -> {
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            progress.check();
            return "never";
        }, results::add, failures::add).cancel());
        until(() -> !failures.isEmpty());
        assertThat(failures.get(0)).isInstanceOf(CancelledException.class);
        assertThat(results).isEmpty();
    }

    @Test
    void aFailureReachesTheViewAndNotTheThread() throws TimeoutException {
        WaitForAsyncUtils.asyncFx(() -> tasks.<String>start("read", "bad", progress -> {
            throw new IllegalStateException("no such shelf");
        }, results::add, failures::add));
        until(() -> !failures.isEmpty());
        assertThat(failures.get(0)).hasMessage("no such shelf");
    }

    @Test
    void progressIsToldInTheUnitOfTheWork() {
        RunningTask.Step step = new RunningTask.Step(50_500_000, 82_900_000, "bytes", "", java.time.Duration.ofSeconds(2));
        assertThat(step.words()).isEqualTo("50.5 MB of 82.9 MB · 25.3 MB/s · 1 s left");
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> condition.getAsBoolean());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
