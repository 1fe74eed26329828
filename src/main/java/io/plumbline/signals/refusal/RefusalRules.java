package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseTable;
import java.util.EnumMap;
import java.util.Map;

/** The rule table of one language, ready to search with. Immutable. */
final class RefusalRules {

    private final PhraseBook book;
    private final Map<RefusalFamily, Long> bits = new EnumMap<>(RefusalFamily.class);

    RefusalRules(PhraseTable table) {
        book = new PhraseBook(table);
        for (String heading : book.families()) {
            RefusalFamily family = RefusalFamily.valueOf(heading.toUpperCase(java.util.Locale.ROOT));
            bits.put(family, book.bit(heading));
        }
    }

    PhraseBook book() {
        return book;
    }

    /** Bit of a family in this book's masks; 0 where the language's table has no such phrases. */
    long bit(RefusalFamily family) {
        return bits.getOrDefault(family, 0L);
    }

    long bits(RefusalFamily... families) {
        long mask = 0;
        for (RefusalFamily family : families) {
            mask |= bit(family);
        }
        return mask;
    }
}
