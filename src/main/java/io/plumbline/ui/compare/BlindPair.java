package io.plumbline.ui.compare;

/**
 * Two answers as a rater sees them: words only. Whose they are is not in here, so that no view can let it slip.
 *
 * @param prompt   words of the prompt
 * @param first    words of the answer that stands first
 * @param second   words of the other
 * @param shielded whether the answers stay covered until the person opens them; always both or neither, or the cover would tell them apart
 */
record BlindPair(String prompt, String first, String second, boolean shielded) {
}
