package io.plumbline.signals.trigger;

/** A prompt that is asked which texts it holds; white space of any kind and length counts as one space, as in the texts found. */
public final class CarriedText {

    private final String prompt;

    public CarriedText(String prompt) {
        Atoms atoms = Atoms.all(prompt);
        this.prompt = " " + (atoms.size() == 0 ? "" : atoms.text(0, atoms.size() - 1)) + " ";
    }

    /** Whether the text stands in the prompt and is not merely part of a longer word. */
    public boolean holds(String text) {
        for (int at = prompt.indexOf(text); at >= 0; at = prompt.indexOf(text, at + 1)) {
            if (edge(at) && edge(at + text.length())) {
                return true;
            }
        }
        return false;
    }

    /** Letters on both sides of a place are one word; anything else is an edge. */
    private boolean edge(int at) {
        return at <= 0 || at >= prompt.length() || !Character.isLetterOrDigit(prompt.charAt(at - 1))
            || !Character.isLetterOrDigit(prompt.charAt(at));
    }
}
