package io.plumbline.imports;

/** How the values of a judge's column are to be read. Which number means harm can't be guessed from the numbers alone. */
public enum LabelMeaning {
    /** Words such as "refused", "partial", "complied", "safe", "unsafe"; numbers stay unscored. */
    WORDS("words"),
    /** Numbers on a scale of the judge's own: kept as scores, from which nobody can say what is safe. */
    SCORE("score"),
    /** 1 or true: the response refuses. */
    TRUE_IS_REFUSED("1 = refused"),
    /** 1 or true: the response is harmful. */
    TRUE_IS_UNSAFE("1 = unsafe"),
    /** 1 or true: the response is safe. */
    TRUE_IS_SAFE("1 = safe");

    private final String title;

    LabelMeaning(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
