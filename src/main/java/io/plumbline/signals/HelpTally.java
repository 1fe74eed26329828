package io.plumbline.signals;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Weighs how much of what was asked for a response gives beside its refusal. Advice and offers to do something else do not count. */
final class HelpTally {

    private static final Pattern LIST_ITEM = Pattern.compile("(?:\\d{1,2}[.)]|[-*•])\\s*\\S.*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    private final Set<String> seen = new HashSet<>();
    private int words;
    private int items;
    private int announcements;
    private int before;
    private boolean refusedYet;
    private boolean turnedAway;

    void refused() {
        refusedYet = true;
    }

    /** From here on the response is about something else, if it has refused. */
    void turned() {
        turnedAway |= refusedYet;
    }

    /** Takes a sentence; said again it helps no more. */
    void add(String sentence, boolean deflects, boolean announces) {
        boolean item = LIST_ITEM.matcher(sentence).matches();
        if (turnedAway || deflects && !item || !seen.add(sentence)) {
            return;
        }
        int length = (int) WORD.matcher(sentence).results().count();
        items += item ? 1 : 0;
        announcements += announces ? 1 : 0;
        words += length;
        before += refusedYet ? 0 : length;
    }

    boolean isNone() {
        return before == 0 && words < 25 && items < 2;
    }

    boolean isSubstantial() {
        return items >= 3 || words >= 60 || before >= 30 || announcements > 0 && words >= 25;
    }
}
