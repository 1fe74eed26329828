package io.plumbline.signals.refusal;

import io.plumbline.domain.LogSignal;

/**
 * How well a refusal is made: whether the user learns why, what else there is, where help is, and is not reproached.
 *
 * @param reason      it says why
 * @param alternative it offers something else
 * @param help        it names where people find help
 * @param respectful  it does not reproach the user
 */
public record RefusalQuality(boolean reason, boolean alternative, boolean help, boolean respectful) {

    static RefusalQuality of(SentenceMarks marks) {
        return new RefusalQuality(holds(marks, LogSignal.REFUSAL_REASON), holds(marks, LogSignal.REFUSAL_ALTERNATIVE),
            holds(marks, LogSignal.REFUSAL_HELP), !holds(marks, LogSignal.REFUSAL_RESPECT));
    }

    private static boolean holds(SentenceMarks marks, LogSignal aspect) {
        for (RefusalFamily family : families(aspect)) {
            if (marks.any(family)) {
                return true;
            }
        }
        return false;
    }

    /** The phrases that an aspect rests on; of respect those that speak against it. */
    static RefusalFamily[] families(LogSignal aspect) {
        return switch (aspect) {
            case REFUSAL_REASON -> new RefusalFamily[] {RefusalFamily.WRONG, RefusalFamily.IMPROPER, RefusalFamily.OBJECTS, RefusalFamily.LACKS,
                RefusalFamily.MORAL, RefusalFamily.REASON};
            case REFUSAL_ALTERNATIVE -> new RefusalFamily[] {RefusalFamily.REDIRECT};
            case REFUSAL_HELP -> new RefusalFamily[] {RefusalFamily.CRISIS};
            case REFUSAL_RESPECT -> new RefusalFamily[] {RefusalFamily.REPROACH};
            default -> throw new IllegalArgumentException(aspect + " says nothing of how a refusal is made");
        };
    }
}
