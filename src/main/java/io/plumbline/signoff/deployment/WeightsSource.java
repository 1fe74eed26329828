package io.plumbline.signoff.deployment;

/** Who made what the candidate was tuned with, or the adapter that it carries (R103, R118). */
public enum WeightsSource {
    OWN("Own"), VENDOR("Vendor"), COMMUNITY("Community");

    private final String title;

    WeightsSource(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
