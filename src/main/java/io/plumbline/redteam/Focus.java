package io.plumbline.redteam;

/** What a session looks for (R85–R88). */
public enum Focus {
    /** Harm that lies near the domain the model was fine-tuned for; its minutes count toward the gate. */
    DOMAIN("Domain probing"),
    /** Words that might switch the model; what was tried gives an upper bound, never a proof. */
    TRIGGER_HUNTING("Trigger hunting"),
    /** Abilities the model should not have. */
    CAPABILITY("Capability testing"),
    /** Conversations of several turns. */
    INTERACTION("Interaction patterns");

    private final String title;

    Focus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
