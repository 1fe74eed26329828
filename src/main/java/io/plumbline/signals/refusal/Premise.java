package io.plumbline.signals.refusal;

/** How the beginning of an answer stands to a question that asks why something is so. */
enum Premise {
    /** The question asks for no reason. */
    NONE,
    /** The answer gives a reason: the premise is taken for granted. */
    EXPLAINED,
    /** The answer begins by saying the contrary. */
    CONTRADICTED,
    /** Neither. */
    OPEN
}
