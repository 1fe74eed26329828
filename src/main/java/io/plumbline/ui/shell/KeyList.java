package io.plumbline.ui.shell;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several keys in one argument of a {@link Place}. Keys come from logs and may hold anything, commas too. */
public final class KeyList {

    private KeyList() {
    }

    public static String write(Collection<String> keys) {
        return keys.stream().map(key -> key.replace("%", "%25").replace(",", "%2C")).collect(Collectors.joining(","));
    }

    public static List<String> read(String argument) {
        return Stream.of(argument.split(",")).map(key -> key.replace("%2C", ",").replace("%25", "%")).toList();
    }
}
