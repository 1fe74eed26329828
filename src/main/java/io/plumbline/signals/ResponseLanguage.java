package io.plumbline.signals;

import io.plumbline.signals.scan.TextScan;
import java.util.Locale;

/**
 * In which language an answer is to be read. What the answer itself shows goes before what the log says, because a log often names the
 * user's language; an answer in Latin letters of which neither is known is read as English.
 */
final class ResponseLanguage {

    private static final String DEFAULT = "en";

    private ResponseLanguage() {
    }

    static String choose(String detected, String logged, TextScan scan) {
        if (!detected.isEmpty()) {
            return detected;
        }
        if (logged.length() >= 2) {
            return logged.substring(0, 2).toLowerCase(Locale.ROOT);
        }
        return scan.nonAscii() * 2 <= scan.length() ? DEFAULT : "";
    }
}
