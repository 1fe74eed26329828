package io.plumbline.detection;

import io.plumbline.signals.Detector;
import io.plumbline.stats.Interval;
import java.util.Locale;

/**
 * One detector, or one kind of sensitive content, as people see and switch it.
 *
 * @param id           what switches it: a detector's name, with the kind behind a full stop
 * @param detector     which detector
 * @param title        its name in words
 * @param purpose      what it does
 * @param state        whether it measures
 * @param quality      how well it does by labels, with the version that was counted
 * @param fewestLabels labels under which nothing is said
 */
public record DetectorLine(String id, Detector detector, String title, String purpose, State state, DetectorQuality quality, long fewestLabels) {

    /** When a detector measures. */
    public enum State {
        ON, OFF, ALWAYS, ON_REQUEST, NO_MODEL;

        /** "on request" */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether it is one of the kinds that another line is about as a whole. */
    public boolean isPart() {
        return id.indexOf('.') > 0;
    }

    public boolean canBeSwitched() {
        return state == State.ON || state == State.OFF;
    }

    public boolean isPrecisionMeasured() {
        return quality.judged() >= fewestLabels;
    }

    public boolean isRecallMeasured() {
        return quality.cases() >= fewestLabels;
    }

    /** The interval is only there where {@link #isPrecisionMeasured}. */
    public Interval precisionInterval() {
        return quality.precisionInterval();
    }

    /** The interval is only there where {@link #isRecallMeasured}. */
    public Interval recallInterval() {
        return quality.recallInterval();
    }
}
