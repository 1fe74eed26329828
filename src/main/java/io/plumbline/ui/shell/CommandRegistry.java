package io.plumbline.ui.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Everything the palette can do or find. Filled by the composition root; screens take back what they added when they close. */
public final class CommandRegistry {

    private final List<Command> commands = new ArrayList<>();
    private final List<PaletteSource> sources = new ArrayList<>();

    /** Adds a command; closing the result takes it back. */
    public AutoCloseable add(Command command) {
        commands.add(command);
        return () -> commands.remove(command);
    }

    public void addSource(PaletteSource source) {
        sources.add(source);
    }

    public List<Command> commands() {
        return Collections.unmodifiableList(commands);
    }

    public List<PaletteSource> sources() {
        return Collections.unmodifiableList(sources);
    }
}
