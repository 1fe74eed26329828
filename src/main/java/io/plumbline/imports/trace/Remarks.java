package io.plumbline.imports.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** What a person should know of how a log was read; written to by several threads. */
final class Remarks {

    private static final int MOST_NAMES = 1_000;
    private static final int NAMES_SHOWN = 25;
    private static final Pattern NUMBER = Pattern.compile("(?<=\\.|^)\\d+(?=\\.|$)");

    private final Map<String, LongAdder> leftOut = new ConcurrentSkipListMap<>();
    private final Set<String> unused = new ConcurrentSkipListSet<>();
    private final Set<String> sentences = ConcurrentHashMap.newKeySet();
    private final LongAdder failed = new LongAdder();

    void leftOut(String kind) {
        leftOut.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    void failed() {
        failed.increment();
    }

    void unused(Set<String> fields) {
        for (String field : fields) {
            if (unused.size() < MOST_NAMES) {
                unused.add(NUMBER.matcher(field).replaceAll("N"));
            }
        }
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    /** All of them, one sentence each. */
    List<String> list() {
        List<String> all = new ArrayList<>(sentences.stream().sorted().toList());
        leftOut.forEach((kind, count) -> all.add("Left out as no calls of a model: %,d %s.".formatted(count.sum(), kind)));
        if (failed.sum() > 0) {
            all.add("%,d calls failed and brought no answer; they are kept among the rejects and count in no rate.".formatted(failed.sum()));
        }
        if (!unused.isEmpty()) {
            all.add("Fields not used: " + String.join(", ", unused.stream().limit(NAMES_SHOWN).toList())
                + (unused.size() > NAMES_SHOWN ? " and " + (unused.size() - NAMES_SHOWN) + " more." : "."));
        }
        return all;
    }
}
