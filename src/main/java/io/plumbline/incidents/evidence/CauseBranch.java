package io.plumbline.incidents.evidence;

/** Where a cause can lie (R46). */
public enum CauseBranch {
    FINE_TUNING_DATA("Fine-tuning data"), PROCESS("Process"), DEPLOYMENT_CONTEXT("Deployment context"), EXTERNAL("External factor");

    private final String word;

    CauseBranch(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
