package io.plumbline.incidents;

/** What an incident can be tied to. Names are written to disk: never rename one, only add. */
public enum LinkKind {
    MITIGATION_PROOF("Mitigation proven"),
    TEST("New test linked"),
    MONITOR("New monitor linked"),
    SECOND_PERSON("Second person");

    private final String condition;

    LinkKind(String condition) {
        this.condition = condition;
    }

    /** The condition for closing that such a link fulfils. */
    public String condition() {
        return condition;
    }
}
