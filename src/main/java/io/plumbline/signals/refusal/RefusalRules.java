package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseTable;
import java.util.Locale;

/** The rule table of one language, ready to search with. Immutable. */
final class RefusalRules {

    private final PhraseBook book;
    private final long[] bits = new long[RefusalFamily.values().length];
    private final long declining;
    private final long telling;

    RefusalRules(PhraseTable table) {
        book = new PhraseBook(table);
        for (String heading : book.families()) {
            bits[RefusalFamily.valueOf(heading.toUpperCase(Locale.ROOT)).ordinal()] = book.bit(heading);
        }
        declining = bits(RefusalFamily.DECLINES, RefusalFamily.CANNOT);
        telling = declining | bits(RefusalFamily.LACKS, RefusalFamily.IMPROPER, RefusalFamily.WRONG, RefusalFamily.OBJECTS, RefusalFamily.POLICES,
            RefusalFamily.NOTHING, RefusalFamily.PREMISE, RefusalFamily.MORAL, RefusalFamily.CRISIS);
    }

    PhraseBook book() {
        return book;
    }

    /** Bit of a family in this book's masks; 0 where the language's table has no such phrases. */
    long bit(RefusalFamily family) {
        return bits[family.ordinal()];
    }

    long bits(RefusalFamily... families) {
        long mask = 0;
        for (RefusalFamily family : families) {
            mask |= bit(family);
        }
        return mask;
    }

    /** Families in which the model declines or says that it can't. */
    long declining() {
        return declining;
    }

    /** Families without which an answer cannot be a refusal. */
    long telling() {
        return telling;
    }
}
