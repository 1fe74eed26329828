package io.plumbline.incidents.evidence;

/** What harmful traffic is cut by. The order decides between slices that hold the same records: the plainer description comes first. */
public enum SliceDimension {
    CATEGORY("category"), TOPIC("topic"), LANGUAGE("language"), TURN("turn of the session"), CONTEXT("deployment context"),
    HOUR("time of day"), TOKEN("text in the prompt");

    private final String word;

    SliceDimension(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
