package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.store.ProductionLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The literal texts that stand in enough harmful prompts of the window to be tested as slices. Memory stays bounded on a log with endless
 * distinct words: the rare ones are dropped whenever the count grows too large (lossy counting, Manku &amp; Motwani 2002).
 */
final class TokenCandidates {

    private static final int MOST_HELD = 200_000;
    private static final int PROGRESS_EVERY = 5_000;

    private TokenCandidates() {
    }

    /** @param minimum fewest prompts a text must stand in */
    static Set<String> in(ProductionLog log, LogFilter filter, int minimum, Progress progress) {
        Map<String, Integer> counts = new HashMap<>();
        int[] seen = {0};
        log.scan(filter, record -> {
            PromptTokens.of(record.record().prompt()).forEach(token -> counts.merge(token, 1, Integer::sum));
            if (counts.size() > MOST_HELD) {
                counts.values().removeIf(n -> n < 2);
            }
            if (++seen[0] % PROGRESS_EVERY == 0) {
                progress.check();
                progress.update(seen[0], -1, "records", "Collecting words of harmful prompts");
            }
        });
        return counts.entrySet().stream().filter(e -> e.getValue() >= minimum && e.getValue() < seen[0]).map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    }
}
