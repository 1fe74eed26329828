package io.plumbline.incidents;

/** The five steps of an investigation, in order (R44–R48). */
public enum IncidentStep {
    CONFIRM("Confirm", "Is it real?"),
    CHARACTERISE("Characterise", "How far does it reach?"),
    ROOT_CAUSE("Root cause", "Where does it come from?"),
    MITIGATE("Mitigate", "What stops it now?"),
    REMEDIATE("Remediate", "What keeps it from coming back?");

    private final String word;
    private final String question;

    IncidentStep(String word, String question) {
        this.word = word;
        this.question = question;
    }

    public String word() {
        return word;
    }

    /** What the step has to answer. */
    public String question() {
        return question;
    }

    /** 1-based place, as people number the steps. */
    public int number() {
        return ordinal() + 1;
    }
}
