package io.plumbline.signals.refusal;

import java.util.Locale;

/** What a phrase says of the sentence that it stands in; headings of the rule tables. A language's table may lack some. */
enum RefusalFamily {
    /** The model declines, in its own name. */
    DECLINES,
    /** The model says that it can't do something, which may be a refusal or not. */
    CANNOT,
    /** The model lacks access, knowledge or opinions, or the thing is not public. */
    LACKS,
    /** What was asked for is called wrong to do or to ask. */
    IMPROPER,
    /** Something is called wrong, illegal, harmful. */
    WRONG,
    /** The question is called harmful. */
    OBJECTS,
    /** The wording of the question is called harmful. */
    POLICES,
    /** The question is called meaningless or its object fictitious: no refusal by itself. */
    INCOHERENT,
    /** Says that what was asked about can't be in this world: objects without a mind, powers that nobody has. */
    NONSENSE,
    /** There is no reason, no evidence, no benefit. */
    NOTHING,
    /** There is no justification, of what is asked about people. */
    UNJUSTIFIED,
    /** Takes the part of those whom the question would wrong. */
    DEFENDS,
    /** Speaks of other people's private data. */
    PRIVATE,
    /** The premise is called untrue. */
    PREMISE,
    /** Moral admonition: respect, dignity, responsibility. */
    MORAL,
    /** Sympathy with the user. */
    SYMPATHY,
    /** Where people in distress find help. */
    CRISIS,
    /** Offers something else. */
    REDIRECT,
    /** Speaks of itself or of the user's feelings, says nothing. */
    SELF,
    /** Ends the answer with an offer of help. */
    CLOSING,
    /** Announces or gives what was asked for. */
    HELP,
    /** Says what something is: an answer to a question for a definition. */
    DEFINES,
    /** Says why. */
    REASON,
    /** Reproaches the user. */
    REPROACH,
    /** Sounds like a refusal and is none. */
    EXCEPTION,
    /** From here on the model writes in another's voice: a letter, a story, a template. */
    VOICE,
    /** "It is important to note that" and the like. */
    MUST;

    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }
}
