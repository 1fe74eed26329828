package io.plumbline.ui.drift;

/** Signals whose distribution can be laid beside the baseline's. */
enum DriftSignal {
    TOXICITY("Toxicity"), RESPONSE_LENGTH("Response length");

    private final String word;

    DriftSignal(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
