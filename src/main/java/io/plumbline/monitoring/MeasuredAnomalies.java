package io.plumbline.monitoring;

import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.util.Optional;

/** Where an analysis gets the flags of the anomaly score from. What was not measured is empty, and never "nothing was found". */
@FunctionalInterface
public interface MeasuredAnomalies {

    /** Nobody measured. */
    MeasuredAnomalies NONE = (log, last) -> Optional.empty();

    /** The report over the records of the log up to a day; empty where there is none that speaks of these very records. */
    Optional<AnomalyReport> of(ProductionLog log, Optional<LocalDate> last);
}
