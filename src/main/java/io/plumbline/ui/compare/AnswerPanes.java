package io.plumbline.ui.compare;

import io.plumbline.domain.TextSpan;
import java.util.List;
import java.util.function.Function;

/**
 * What the panes of the Compare screen share.
 *
 * @param refusal  finds the words of an answer that make it a refusal
 * @param detector name and version of what finds them, as printed below the answer
 * @param opened   told the run and key of a text that a person has opened, so that opening is logged
 */
record AnswerPanes(Function<String, List<TextSpan>> refusal, String detector, Opened opened) {

    /** Someone looked at a shielded text. */
    @FunctionalInterface
    interface Opened {
        void text(String subject, String what);
    }

    AnswerPane create(String title) {
        return new AnswerPane(title, this);
    }
}
