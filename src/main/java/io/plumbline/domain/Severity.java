package io.plumbline.domain;

/** How bad an incident is (R40–R43, C9–C11). */
public enum Severity {
    LOW("Low"), PROVISIONAL_MEDIUM("Provisional Medium"), MEDIUM("Medium"), HIGH("High"), CRITICAL("Critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
