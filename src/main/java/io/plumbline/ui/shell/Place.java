package io.plumbline.ui.shell;

import java.util.Map;

/**
 * Where a person is: a screen with its selection and zoom as text, so that back and forth bring back exactly that.
 *
 * @param screen    the screen
 * @param arguments what is selected there, e.g. {@code incident → INC-001}, {@code from → 2026-06-01}
 */
public record Place(ScreenId screen, Map<String, String> arguments) {

    public Place {
        arguments = Map.copyOf(arguments);
    }

    public static Place of(ScreenId screen) {
        return new Place(screen, Map.of());
    }

    public static Place of(ScreenId screen, String key, String value) {
        return new Place(screen, Map.of(key, value));
    }
}
