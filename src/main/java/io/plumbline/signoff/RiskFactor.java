package io.plumbline.signoff;

/** The five things that make the same rate more or less dangerous (R99–R103). Level 1 is the left end, 5 the right, riskier one. */
public enum RiskFactor {
    CONTEXT("Context", "Internal", "Public"), USERS("Users", "Experts", "Vulnerable"), AUTONOMY("Autonomy", "Text only", "Tools"),
    SCALE("Scale", "Limited", "High volume"), SOURCE("Source", "Curated", "Untrusted");

    private final String title;
    private final String mild;
    private final String severe;

    RiskFactor(String title, String mild, String severe) {
        this.title = title;
        this.mild = mild;
        this.severe = severe;
    }

    public String title() {
        return title;
    }

    public String mild() {
        return mild;
    }

    public String severe() {
        return severe;
    }
}
