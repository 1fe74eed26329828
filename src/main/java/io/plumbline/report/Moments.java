package io.plumbline.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are printed: always with the zone. */
final class Moments {

    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Moments() {
    }

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
