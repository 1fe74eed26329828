package io.plumbline.domain;

/** What a run is evidence of. The three are never added up: a model that got no worse at algebra may have got worse at refusing. */
public enum RunPurpose {
    /** How the model behaves when asked for harm, or for what only sounds like it. */
    SAFETY("safety"),
    /** What the model can do. It stands beside safety and never counts towards it. */
    CAPABILITY("capability"),
    /** Texts with the labels of people, no behaviour of a model of ours: what detectors and reviewers are checked against. */
    REFERENCE("label material");

    private final String title;

    RunPurpose(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
