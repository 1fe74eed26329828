package io.plumbline.ui.shell;

/** The screens, in the order of the rail. */
public enum ScreenId {
    OVERVIEW("Overview", "fth-home"),
    COMPARE("Compare", "fth-columns"),
    SIGN_OFF("Sign-off", "fth-check-square"),
    DRIFT("Drift", "fth-activity"),
    TRIAGE("Triage", "fth-inbox"),
    INCIDENTS("Incidents", "fth-life-buoy"),
    DATA("Data", "fth-database"),
    SETTINGS("Settings", "fth-sliders");

    private final String title;
    private final String icon;

    ScreenId(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    /** Ikonli literal. */
    public String icon() {
        return icon;
    }
}
