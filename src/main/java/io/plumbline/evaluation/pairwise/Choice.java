package io.plumbline.evaluation.pairwise;

/** What a person says of two answers whose authors are hidden. */
public enum Choice {
    FIRST("First is better"), SECOND("Second is better"), TIE("Equally good"), BOTH_BAD("Both bad");

    private final String words;

    Choice(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** What it means once the order is known. */
    Preference under(Order order) {
        return switch (this) {
            case FIRST -> order == Order.BASE_FIRST ? Preference.BASE : Preference.CANDIDATE;
            case SECOND -> order == Order.BASE_FIRST ? Preference.CANDIDATE : Preference.BASE;
            case TIE -> Preference.TIE;
            case BOTH_BAD -> Preference.BOTH_BAD;
        };
    }
}
