package io.plumbline.imports.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys of a JSON object lead to a wanted column. Records of one file name their fields in the same order, so the key that stood
 * at the same place last time is tried first; comparing bytes is much cheaper than making a text and looking it up. Used by one thread.
 */
final class WantedFields {

    /** The key, or all keys below it, are not wanted. */
    static final int UNWANTED = -1;
    private static final int MOST_PLACES = 128;
    private static final int MOST_KEYS = 1024;

    private final List<String> wanted;
    private final String prefix;
    private final Map<String, Key> known = new HashMap<>();
    private final Key[] lastAt = new Key[MOST_PLACES];

    WantedFields(List<String> wanted) {
        this(wanted, "");
    }

    private WantedFields(List<String> wanted, String prefix) {
        this.wanted = wanted;
        this.prefix = prefix;
    }

    /** The key that stands in these bytes, the n-th of its object. */
    Key key(byte[] bytes, int from, int to, int place) {
        boolean foreseen = place < MOST_PLACES;
        if (foreseen) {
            Key last = lastAt[place];
            if (last != null && Arrays.equals(last.name, 0, last.name.length, bytes, from, to)) {
                return last;
            }
        }
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        Key key = known.get(name);
        if (key == null) {
            key = look(name, Arrays.copyOfRange(bytes, from, to));
            if (known.size() < MOST_KEYS) {
                known.put(name, key);
            }
        }
        if (foreseen) {
            lastAt[place] = key;
        }
        return key;
    }

    private Key look(String name, byte[] bytes) {
        String full = prefix + name;
        String below = full + ".";
        boolean leads = wanted.stream().anyMatch(column -> column.startsWith(below));
        return new Key(bytes, wanted.indexOf(full), leads ? new WantedFields(wanted, below) : none());
    }

    private static WantedFields none() {
        return new WantedFields(new ArrayList<>());
    }

    /**
     * One key.
     *
     * @param name   its bytes
     * @param column which wanted column it fills, or {@link #UNWANTED}
     * @param below  what is wanted of the object that it may hold
     */
    record Key(byte[] name, int column, WantedFields below) {
    }
}
