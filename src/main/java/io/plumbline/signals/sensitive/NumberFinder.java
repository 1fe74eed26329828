package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;

/** Finds payment cards, national identifiers and phone numbers among the digit groups of a text. */
final class NumberFinder {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 19;

    private final PhoneNumbers phones = new PhoneNumbers();

    /** Reads the cluster of digits at this place, and returns where it ends. */
    int read(String text, int digit, List<SensitiveFinding> found) {
        DigitGroups groups = DigitGroups.at(text, digit);
        int first = 0;
        while (first < groups.count()) {
            int last = lastOf(text, groups, first, found);
            first = last < 0 ? first + 1 : last + 1;
        }
        return groups.next();
    }

    /** The last group of what begins at this one; −1 where nothing does. */
    private int lastOf(String text, DigitGroups groups, int first, List<SensitiveFinding> found) {
        if (groups.digits(first, groups.count() - 1) < FEWEST_DIGITS) {
            return -1;
        }
        for (int last = groups.count() - 1; last >= first; last--) {
            int digits = groups.digits(first, last);
            if (digits < FEWEST_DIGITS) {
                break;
            }
            if (digits <= MOST_DIGITS && groups.standAlone(first, last) && isNumber(text, groups, first, last, digits, found)) {
                return last;
            }
        }
        return phones.read(text, groups, first, found);
    }

    private static boolean isNumber(String text, DigitGroups groups, int first, int last, int digits, List<SensitiveFinding> found) {
        if (digits < 9) {
            return false;
        }
        String layout = groups.layout(first, last);
        Surroundings around = null;
        for (NumberRule rule : NumberRule.ALL) {
            boolean own = rule.own().contains(layout);
            if (!own && !rule.named().contains(layout)) {
                continue;
            }
            if (!rule.check().test(groups.joined(first, last))) {
                continue;
            }
            around = around == null ? Surroundings.of(text, groups.start(first), groups.end(last)) : around;
            boolean named = around.name(rule.cues());
            if (named || own && !around.speakAgainst()) {
                found.add(new SensitiveFinding(rule.kind(), new TextSpan(groups.start(first), groups.end(last))));
                return true;
            }
        }
        return false;
    }
}
