package io.plumbline.imports.source;

import io.plumbline.domain.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses what is not UTF-8 text, and says what it is instead. */
final class TextCheck {

    /** One zero in so many bytes is damage in a text; more of them are no text. */
    private static final int MOST_ZEROS = 100;
    private static final int FEW_ZEROS = 16;
    private static final int TAR_MAGIC = 257;

    /** Files of other kinds by their first bytes, each with what to do. */
    private static final List<Other> OTHERS = List.of(
        new Other("is compressed with xz. Unpack it (unxz) or compress it with gzip or Zstandard, and import it again.", 0xfd, '7', 'z', 'X', 'Z'),
        new Other("is compressed with bzip2. Unpack it (bunzip2) or compress it with gzip or Zstandard, and import it again.", 'B', 'Z', 'h'),
        new Other("is a 7-Zip archive. Unpack it and import the files in it.", '7', 'z', 0xbc, 0xaf),
        new Other("is a PDF document, no log and no run. Export the data behind it as JSONL or CSV.", '%', 'P', 'D', 'F'),
        new Other("is a picture, no log and no run.", 0x89, 'P', 'N', 'G'),
        new Other("is a picture, no log and no run.", 0xff, 0xd8, 0xff),
        new Other("is an SQLite database. Export the table from it as CSV (sqlite3 -csv -header) and import that.", 'S', 'Q', 'L', 'i', 't', 'e'),
        new Other("is an Avro file, which this version does not read. Convert it to JSON lines first (avro-tools tojson).", 'O', 'b', 'j', 1),
        new Other("is an Arrow file, which this version does not read. Convert it to JSON lines first, for instance with DuckDB.", 'A', 'R', 'R', 'O',
            'W', '1'),
        new Other("is a web page, perhaps one that asks to sign in. Download the file itself.", '<', '!', 'D', 'O', 'C'),
        new Other("is a web page, perhaps one that asks to sign in. Download the file itself.", '<', 'h', 't', 'm', 'l'));

    private TextCheck() {
    }

    private record Other(String sentence, int... magic) {
    }

    static void refuseOtherThanUtf8(String name, byte[] head) {
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff) || looksLikeUtf16(head)) {
            throw new InputException(name + " is UTF-16 text without the mark at its beginning that says so, or UTF-32. Save it as UTF-8 and import it "
                + "again.");
        }
        for (Other other : OTHERS) {
            if (startsWith(head, other.magic)) {
                throw new InputException(name + " " + other.sentence);
            }
        }
        if (startsWith(head, 'P', 'A', 'R', '1')) {
            throw new InputException(name + " is a Parquet file, which this version does not read. Convert it to JSON lines first, for instance "
                + "with DuckDB: COPY (FROM 'log.parquet') TO 'log.jsonl'.");
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (head.length > TAR_MAGIC + 5 && new String(head, TAR_MAGIC, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            throw new InputException(name + " is a tar archive. Unpack it and import the files in it.");
        }
        if (zeros > Math.max(FEW_ZEROS, head.length / MOST_ZEROS)) {
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
