package io.plumbline.imports.source;

import io.plumbline.domain.InputException;
import java.nio.charset.StandardCharsets;

/** Refuses what is not UTF-8 text, and says what it is instead. */
final class TextCheck {

    /** One zero in so many bytes is damage in a text; more of them are no text. */
    private static final int MOST_ZEROS = 100;

    private TextCheck() {
    }

    static void refuseOtherThanUtf8(String name, byte[] head) {
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff) || looksLikeUtf16(head)) {
            throw new InputException(name + " is UTF-16 text. Save it as UTF-8 and import it again.");
        }
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            throw new InputException(name + " is a Parquet file, which this version does not read. Convert it to JSON lines first, for instance "
                + "with DuckDB: COPY (FROM 'log.parquet') TO 'log.jsonl'.");
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (zeros > head.length / MOST_ZEROS) {
            throw new InputException(name + " is not a text file. Evaluation runs and logs are imported as JSON, JSONL, CSV or Inspect "
                + "archives.");
        }
    }

    /** A broken character among whole ones is damage and read as such; broken ones alone are another encoding. */
    static void refuseBrokenUtf8(String name, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        long broken = text.substring(0, Math.max(0, text.length() - 1)).chars().filter(c -> c == '\ufffd').count();
        long whole = text.chars().filter(c -> c >= 0x80 && c != '\ufffd').count();
        if (broken > whole) {
            throw new InputException(name + " is not UTF-8 text. Save it as UTF-8 (in spreadsheets: “CSV UTF-8”) and import it again.");
        }
    }

    private static boolean looksLikeUtf16(byte[] head) {
        int length = Math.min(head.length, 200) & ~1;
        int zerosAtEven = 0;
        int zerosAtOdd = 0;
        for (int i = 0; i < length; i += 2) {
            zerosAtEven += head[i] == 0 ? 1 : 0;
            zerosAtOdd += head[i + 1] == 0 ? 1 : 0;
        }
        return length >= 4 && (zerosAtEven > length / 4 || zerosAtOdd > length / 4) && zerosAtEven * zerosAtOdd == 0;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
