package io.plumbline.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Moments as whole microseconds since 1970, which sort and fit an index; the nanoseconds left over are kept beside them. */
final class RecordTime {

    private static final long MICROS = 1_000_000L;

    private RecordTime() {
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1000);
    }

    static int rest(Instant time) {
        return time.getNano() % 1000;
    }

    static Instant instant(long micros, int rest) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L + rest);
    }

    static long epochDay(long micros) {
        return Math.floorDiv(micros, 86_400L * MICROS);
    }

    static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(epochDay(micros));
    }

    /** The first microsecond of a day, UTC. */
    static long startOf(LocalDate day) {
        return micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
