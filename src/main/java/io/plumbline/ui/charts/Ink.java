package io.plumbline.ui.charts;

/** What a stroke or a surface on a chart means; the palette knows the colour. */
public enum Ink {
    FOREGROUND("fg"), MUTED("fg-muted"), SUBTLE("fg-subtle"), GRID("grid"), BORDER("border"), CARD("card"), CURRENT("series-current"),
    BASELINE("series-baseline"), BASE_MODEL("series-base-model"), WATCH("watch"), WATCH_TEXT("watch-text"), ACT("act"), EVENT("event"),
    CHANGE_POINT("change-point"), ACCENT("accent"), LINK("link"), NONE_TEXT("none-text"), TOPIC_1("topic-1"), TOPIC_2("topic-2"),
    TOPIC_3("topic-3"), TOPIC_4("topic-4"), TOPIC_5("topic-5"), TOPIC_OTHER("topic-other");

    private final String token;

    Ink(String token) {
        this.token = token;
    }

    /** Name of the looked-up colour without its prefix. */
    String token() {
        return token;
    }

    /** Topic colours in the order of the stack, "Other" last. */
    public static Ink topic(int index) {
        Ink[] topics = {TOPIC_1, TOPIC_2, TOPIC_3, TOPIC_4, TOPIC_5};
        return index < topics.length ? topics[index] : TOPIC_OTHER;
    }
}
