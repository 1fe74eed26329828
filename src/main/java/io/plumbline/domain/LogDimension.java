package io.plumbline.domain;

/** A property by which log records are told apart, counted and filtered. The name is what storage keeps: never rename one. */
public enum LogDimension {
    MODEL, CONTEXT, CATEGORY,
    /** The detectors behind a record's numbers, see {@link MeasuredRecord#seriesDetectors}. */
    DETECTOR_VERSION,
    LANGUAGE,
    /** Not in the rollups: counting by it reads the records of the range. */
    TOPIC,
    /** Not in the rollups. */
    FINISH_REASON,
    /** Empty for user traffic; not in the rollups. */
    CANARY;

    /** What a record says in this respect; empty where it says nothing. */
    public String of(MeasuredRecord measured) {
        LogRecord record = measured.record();
        return switch (this) {
            case MODEL -> record.model();
            case CONTEXT -> record.context();
            case CATEGORY -> record.category();
            case DETECTOR_VERSION -> measured.seriesDetectors();
            case LANGUAGE -> measured.language();
            case TOPIC -> measured.topic();
            case FINISH_REASON -> record.finishReason();
            case CANARY -> record.canary();
        };
    }

    /** Whether the rollups keep it, so that series by it cost no look at a record. */
    public boolean isRolledUp() {
        return compareTo(LANGUAGE) <= 0;
    }
}
