package io.plumbline.signals;

/** One detector's part in measuring a record. An instance belongs to one session, so to one thread, and may keep scratch space. */
@FunctionalInterface
public interface MeasuringStep {

    void measure(ScannedExchange exchange, Findings findings);
}
