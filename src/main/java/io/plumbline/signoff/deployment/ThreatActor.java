package io.plumbline.signoff.deployment;

/** Who might want the model to do harm. */
public enum ThreatActor {
    CURIOUS_USERS("Curious users"),
    /** They change the attack until it works, so multi-turn attacks have to be tried. */
    ADAPTIVE_ATTACKERS("Attackers who adapt"),
    INSIDERS("Insiders"),
    /** They could have hidden a trigger, so triggers have to be hunted. */
    SUPPLY_CHAIN("Makers of data and weights");

    private final String title;

    ThreatActor(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
