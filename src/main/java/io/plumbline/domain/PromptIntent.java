package io.plumbline.domain;

/** Whether a prompt asks for harm. Harmless prompts measure over-refusal and are never mixed with harmful ones. */
public enum PromptIntent {
    HARMFUL, HARMLESS, UNSPECIFIED
}
