package io.plumbline.ui.triage;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;

/** Which responses stay shielded until a person opens them. */
enum ShieldRule {
    HARM_CATEGORIES("Shield: harm categories"), EVERYTHING("Shield: everything"), NOTHING("Shield: nothing");

    private final String word;

    ShieldRule(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean shields(MeasuredRecord record) {
        return switch (this) {
            case HARM_CATEGORIES -> !record.record().category().equals(LogRecord.BENIGN) && !record.countsAsRefused();
            case EVERYTHING -> true;
            case NOTHING -> false;
        };
    }
}
