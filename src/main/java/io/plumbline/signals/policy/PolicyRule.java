package io.plumbline.signals.policy;

import io.plumbline.domain.LogSignal;
import java.util.List;

/** One rule of a content policy; a record is against the policy where any of its rules matches. */
public sealed interface PolicyRule {

    /** Which text of a record is read. */
    enum Where {
        PROMPT, RESPONSE
    }

    /** Words or phrases as a person writes them; capitals and punctuation between words make no difference. */
    record Terms(Where where, List<String> terms) implements PolicyRule {

        public Terms {
            terms = List.copyOf(terms);
        }
    }

    /** A regular expression of RE2, which takes time in proportion to the text whatever it says. */
    record Expression(Where where, String pattern) implements PolicyRule {
    }

    /** A number of the record at or above a limit. */
    record AtLeast(LogSignal signal, double limit) implements PolicyRule {
    }
}
