package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;

/** Measures records one after the other with scratch space of its own; belongs to one thread. */
public interface MeasuringSession {

    MeasuredRecord measure(LogRecord record);
}
