package io.plumbline.evaluation;

/** What a person says of the judge after reading both answers to a prompt. */
public enum JudgeCheck {
    RIGHT("Judge is right"), WRONG("Judge is wrong"), UNSURE("Unsure");

    private final String words;

    JudgeCheck(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
