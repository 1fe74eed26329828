package io.plumbline.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for names of fields in JSON without parsing it: many times as fast, and what it does not find is not there. */
public final class FieldNameSearch {

    private static final int CHUNK = 1 << 16;

    private FieldNameSearch() {
    }

    /** Whether any of these names stands in quotes somewhere, as the name of a field does. */
    public static boolean holdsAny(InputStream in, List<String> names, ReadingProgress progress) throws IOException {
        byte[][] quoted = names.stream().map(name -> ('"' + name + '"').getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        int longest = 0;
        for (byte[] name : quoted) {
            longest = Math.max(longest, name.length);
        }
        byte[] buffer = new byte[CHUNK + longest];
        int kept = 0;
        int n;
        while ((n = in.read(buffer, kept, CHUNK)) > 0) {
            int length = kept + n;
            if (anyIn(buffer, length, quoted)) {
                return true;
            }
            progress.check();
            kept = Math.min(longest, length);
            System.arraycopy(buffer, length - kept, buffer, 0, kept);
        }
        return false;
    }

    private static boolean anyIn(byte[] buffer, int length, byte[][] names) {
        for (int at = 0; at < length; at++) {
            if (buffer[at] == '"') {
                for (byte[] name : names) {
                    if (startsAt(buffer, at, length, name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean startsAt(byte[] buffer, int at, int length, byte[] name) {
        if (at + name.length > length) {
            return false;
        }
        for (int i = 1; i < name.length; i++) {
            if (buffer[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }
}
