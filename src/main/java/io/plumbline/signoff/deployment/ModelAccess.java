package io.plumbline.signoff.deployment;

/** How people reach a model. It decides what can be examined, and who answers for it. */
public enum ModelAccess {
    /** Somebody else holds the weights; only questions can be asked (R110–R112). */
    HOSTED_API("Hosted API"),
    /** Whoever has the weights can change them; nobody but oneself examines them (R113–R115). */
    OPEN_WEIGHTS("Open weights"),
    /** A small set of weights on a base that somebody made (R116–R118). */
    ADAPTER("Adapter on a base");

    private final String title;

    ModelAccess(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether weights and activations are at hand. */
    public boolean showsWeights() {
        return this != HOSTED_API;
    }
}
