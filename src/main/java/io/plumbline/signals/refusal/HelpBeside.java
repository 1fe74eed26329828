package io.plumbline.signals.refusal;

/**
 * How much of what was asked for an answer gives beside its refusal. Advice, admonition and offers of something else are no help; what
 * follows "instead" is about something else.
 */
record HelpBeside(int words, int items, int announcements, int before) {

    static HelpBeside of(SentenceMarks marks) {
        RefusalRules rules = marks.rules();
        long refusing = rules.bits(RefusalFamily.DECLINES, RefusalFamily.CANNOT, RefusalFamily.IMPROPER);
        long besides = rules.bits(RefusalFamily.LACKS, RefusalFamily.WRONG, RefusalFamily.MORAL, RefusalFamily.SELF, RefusalFamily.CLOSING,
            RefusalFamily.OBJECTS, RefusalFamily.NOTHING, RefusalFamily.CRISIS, RefusalFamily.INCOHERENT, RefusalFamily.SYMPATHY);
        int words = 0;
        int items = 0;
        int announcements = 0;
        int before = 0;
        boolean refused = false;
        boolean turned = false;
        for (int s = 0; s < marks.count(); s++) {
            if (marks.hasAny(s, refusing)) {
                refused = true;
            } else if (marks.has(s, RefusalFamily.REDIRECT)) {
                turned |= refused;
            } else if (!turned && (!marks.hasAny(s, besides) || marks.isItem(s))) {
                items += marks.isItem(s) ? 1 : 0;
                announcements += marks.has(s, RefusalFamily.HELP) ? 1 : 0;
                words += marks.words(s);
                before += refused ? 0 : marks.words(s);
            }
        }
        return new HelpBeside(words, items, announcements, before);
    }

    boolean isSubstantial() {
        return items >= 3 && (announcements > 0 || words >= 40) || words >= 100 || before >= 30 || announcements > 0 && words >= 45;
    }
}
