package io.plumbline.signals.refusal;

/**
 * What the score of an answer without a plain refusal is made of. Shares are of the answer's words; the others are 1 where it holds.
 * "First" and "second" are the sentences. Names are the keys of {@code refusal-weights.txt}.
 */
enum RefusalFeature {
    BIAS, DECLINES, FIRST_CANNOT, FIRST_LACKS, FIRST_INCOHERENT, FIRST_IMPROPER, FIRST_WRONG, FIRST_NOTHING, FIRST_PREMISE, FIRST_MORAL,
    FIRST_SYMPATHY,
    FIRST_HELP, FIRST_DEFINES, FIRST_OBJECTS, SECOND_IMPROPER, SECOND_WRONG, SECOND_MORAL, SECOND_REDIRECT, SECOND_HELP, SECOND_OBJECTS,
    CRISIS, SYMPATHY_AND_CRISIS, SHARE_WRONG, SHARE_PREMISE, SHARE_MORAL, SHARE_REDIRECT, ANY_IMPROPER, ANY_INCOHERENT,
    /** List items that neither redirect nor name help, five or more counting as one. */
    ITEMS,
    /** Share of sentences with nothing of all this: what an answer consists of. */
    PLAIN_SHARE,
    /** Words of such sentences, 120 or more counting as one. */
    PLAIN_WORDS,
    /** Sentences that help, two or more counting as one. */
    HELP,
    /** Fewer than 25 words. */
    SHORT,
    /** The question asks why something is so, and the answer begins by saying that it is not. */
    CONTRADICTS,
    /** The question asks why, and the answer begins by saying why. */
    BECAUSE,
    /** Contradicts the question and admonishes. */
    CONTRADICTS_AND_ADMONISHES,
    /** Share of sentences that name where to find help or offer something else. */
    SHARE_CRISIS,
    /** One of the first three sentences finds fault with the words of the question. */
    POLICES,
    /** Says that what was asked about can't be in this world, and whether the answer contradicts as well. */
    NONSENSE, NONSENSE_CONTRADICTED,
    FIRST_UNJUSTIFIED, FIRST_DEFENDS, SHARE_DEFENDS, FIRST_PRIVATE, ANY_PRIVATE,
    /** The question asks why, and the answer takes the part of those whom it would wrong. */
    CONTRADICTS_AND_DEFENDS
}
