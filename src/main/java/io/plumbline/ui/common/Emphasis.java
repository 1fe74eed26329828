package io.plumbline.ui.common;

/** How evidence stands out in a text. */
public enum Emphasis {
    /** All evidence is highlighted, the rest reads as ever. */
    HIGHLIGHTED,
    /** The evidence of one signal is singled out: the rest is dimmed, and a long text is shown from where the evidence is. */
    SINGLED_OUT
}
