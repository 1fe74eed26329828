package io.plumbline.imports;

import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;

/** What a person says that an evaluation run is evidence of, for files that do not say it. */
public enum StatedPurpose {
    /** Prompts that ask for harm. */
    SAFETY(RunPurpose.SAFETY, PromptIntent.HARMFUL),
    /** Prompts that ask for nothing bad; refusing them costs usefulness. */
    BENIGN(RunPurpose.SAFETY, PromptIntent.HARMLESS),
    /** Prompts that only sound like harm, as the safe half of XSTest: the edge cases on which over-refusal is measured. */
    BORDERLINE(RunPurpose.SAFETY, PromptIntent.HARMLESS),
    /** What the model can do. */
    CAPABILITY(RunPurpose.CAPABILITY, PromptIntent.HARMLESS);

    private final RunPurpose purpose;
    private final PromptIntent intent;

    StatedPurpose(RunPurpose purpose, PromptIntent intent) {
        this.purpose = purpose;
        this.intent = intent;
    }

    public RunPurpose purpose() {
        return purpose;
    }

    /** What the prompts ask for whose source does not say it. */
    public PromptIntent intent() {
        return intent;
    }
}
