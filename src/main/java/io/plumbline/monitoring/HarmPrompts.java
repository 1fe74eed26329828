package io.plumbline.monitoring;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.signals.trigger.HarmPrompt;
import io.plumbline.store.ProductionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The harm-category prompts of the log, for searches that go over them more than once. They are kept from the first pass while they are
 * few enough; a larger log is read again instead.
 */
public final class HarmPrompts {

    private static final int MOST_KEPT = 250_000;

    private final ProductionLog log;
    private final LogFilter traffic;
    private final Set<String> categories = new TreeSet<>();
    private final List<HarmPrompt> kept = new ArrayList<>();
    private boolean complete = true;

    /** @param traffic which records were meant in the first pass */
    public HarmPrompts(ProductionLog log, LogFilter traffic) {
        this.log = log;
        this.traffic = traffic;
    }

    /** First pass. */
    public void add(HarmPrompt prompt) {
        categories.add(prompt.category());
        if (complete && kept.size() == MOST_KEPT) {
            complete = false;
            kept.clear();
        }
        if (complete) {
            kept.add(prompt);
        }
    }

    /** Any further pass, in the order of the first. */
    public void each(Progress progress, Consumer<HarmPrompt> prompt) {
        if (complete) {
            progress.check();
            kept.forEach(prompt);
        } else {
            log.scan(traffic.inCategories(categories), measured -> {
                progress.check();
                prompt.accept(HarmPrompt.of(measured, ProductionLog.keyOf(measured)));
            });
        }
    }
}
