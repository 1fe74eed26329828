package io.plumbline.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something a person can do from the palette.
 *
 * @param group       "Commands", "Go to", "Help"
 * @param icon        Ikonli literal
 * @param name        what it does, e.g. "Import files…"
 * @param detail      one short remark, may be empty
 * @param key         its key as printed, e.g. "Ctrl I", may be empty
 * @param unavailable why it can't be done now; empty when it can
 * @param action      does it
 */
public record Command(String group, String icon, String name, String detail, String key, Supplier<Optional<String>> unavailable,
                      Runnable action) {

    public static final String COMMANDS = "Commands";
    public static final String GO_TO = "Go to";
    public static final String HELP = "Help";

    /** A command that can always be done. */
    public static Command always(String group, String icon, String name, String detail, String key, Runnable action) {
        return new Command(group, icon, name, detail, key, Optional::empty, action);
    }
}
