package io.plumbline.ui.common;

import io.plumbline.domain.Progress;
import java.util.function.Consumer;

/** Runs work at once on the calling thread: for tests of view-models, and for nothing else. */
public final class SameThreadTaskRunner implements TaskRunner {

    @Override
    public <T> Running start(String slot, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        T result;
        try {
            result = work.run(Progress.NONE);
        } catch (Exception failure) {
            failed.accept(failure);
            return () -> { };
        }
        done.accept(result);
        return () -> { };
    }
}
