package io.plumbline.store.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Moments as whole microseconds since 1970, which sort and fit an index; the nanoseconds left over are kept beside them. */
public final class RecordTime {

    private static final long MICROS = 1_000_000L;

    private RecordTime() {
    }

    public static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1000);
    }

    public static int rest(Instant time) {
        return time.getNano() % 1000;
    }

    public static Instant instant(long micros, int rest) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L + rest);
    }

    public static long epochDay(long micros) {
        return Math.floorDiv(micros, 86_400L * MICROS);
    }

    public static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(epochDay(micros));
    }

    /** The first microsecond of a day, UTC. */
    public static long startOf(LocalDate day) {
        return micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
