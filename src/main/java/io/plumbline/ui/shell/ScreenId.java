package io.plumbline.ui.shell;

/**
 * The screens, in the order of the rail. The digit is the key that goes there with Ctrl; 7 is kept for the canaries. A screen without a
 * digit is not on the rail: other screens and the command palette lead to it.
 */
public enum ScreenId {
    OVERVIEW("Overview", "fth-home", 1),
    COMPARE("Compare", "fth-columns", 2),
    SIGN_OFF("Sign-off", "fth-check-square", 3),
    DRIFT("Drift", "fth-activity", 4),
    TRIAGE("Triage", "fth-inbox", 5),
    INCIDENTS("Incidents", "fth-life-buoy", 6),
    DATA("Data", "fth-database", 8),
    SETTINGS("Settings", "fth-sliders", 9),
    RED_TEAM("Red team", "fth-target", 0);

    private final String title;
    private final String icon;
    private final int digit;

    ScreenId(String title, String icon, int digit) {
        this.title = title;
        this.icon = icon;
        this.digit = digit;
    }

    public String title() {
        return title;
    }

    /** Ikonli literal. */
    public String icon() {
        return icon;
    }

    public int digit() {
        return digit;
    }

    public boolean isOnRail() {
        return digit > 0;
    }
}
