package io.plumbline.monitoring;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The harm-category prompts of the log, for searches that go over them more than once. They are kept from the first pass while they are
 * few enough; a larger log is read again instead.
 */
final class HarmPrompts {

    private static final int MOST_KEPT = 250_000;

    /**
     * One prompt.
     *
     * @param weight inverse inclusion probability
     */
    record Prompt(LocalDate day, String category, String text, boolean refused, double weight) {

        static Prompt of(MeasuredRecord measured) {
            LogRecord record = measured.record();
            return new Prompt(record.time().atZone(ZoneOffset.UTC).toLocalDate(), record.category(), record.prompt(), measured.countsAsRefused(),
                1 / record.inclusionProbability());
        }
    }

    private final ProductionLog log;
    private final LogFilter traffic;
    private final Set<String> categories = new TreeSet<>();
    private final List<Prompt> kept = new ArrayList<>();
    private boolean complete = true;

    HarmPrompts(ProductionLog log, LogFilter traffic) {
        this.log = log;
        this.traffic = traffic;
    }

    void add(Prompt prompt) {
        categories.add(prompt.category());
        if (complete && kept.size() == MOST_KEPT) {
            complete = false;
            kept.clear();
        }
        if (complete) {
            kept.add(prompt);
        }
    }

    void each(Progress progress, Consumer<Prompt> prompt) {
        if (complete) {
            progress.check();
            kept.forEach(prompt);
        } else {
            log.scan(traffic.inCategories(categories), measured -> {
                progress.check();
                prompt.accept(Prompt.of(measured));
            });
        }
    }
}
