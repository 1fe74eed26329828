package io.plumbline.imports;

/** How much of the machine an import takes. */
public enum ImportPace {
    /** All processors: for a command that does nothing else. */
    EVERY_PROCESSOR,
    /** One processor is left to the window, where there is more than one: a person goes on working while it runs. */
    LEAVING_ONE;

    int workers() {
        int processors = Runtime.getRuntime().availableProcessors();
        return this == EVERY_PROCESSOR ? processors : Math.max(1, processors - 1);
    }
}
