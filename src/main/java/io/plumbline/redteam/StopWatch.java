package io.plumbline.redteam;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Time at work in a session, pauses left out. Used by one thread. */
public final class StopWatch {

    private final InstantSource clock;
    private Duration before;
    private Optional<Instant> since = Optional.empty();

    /** A watch that stands still. */
    public StopWatch(InstantSource clock, Duration before) {
        this.clock = clock;
        this.before = before;
    }

    public void run() {
        since = since.or(() -> Optional.of(clock.instant()));
    }

    public void pause() {
        before = elapsed();
        since = Optional.empty();
    }

    public boolean isRunning() {
        return since.isPresent();
    }

    public Duration elapsed() {
        return since.map(start -> before.plus(Duration.between(start, clock.instant()))).orElse(before);
    }
}
