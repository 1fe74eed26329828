package io.plumbline.ui.drift;

import io.plumbline.domain.MeasuredRecord;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.MixAndRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the drawer shows. */
sealed interface DriftDetail {

    /** All findings, worst first. */
    record Findings(List<DriftFinding> findings) implements DriftDetail {
    }

    /**
     * One change point.
     *
     * @param point    when and how much
     * @param category category of the series
     * @param finding  what the alert policy says
     * @param moved    what explains it, for the overall rate
     */
    record Change(ChangePoint point, String category, Optional<DriftFinding> finding, Optional<MixAndRate> moved) implements DriftDetail {
    }

    /**
     * A page of the records behind a range.
     *
     * @param offset number of the first one
     * @param total  how many there are
     */
    record Records(LocalDate from, LocalDate to, String category, int offset, long total, List<MeasuredRecord> page) implements DriftDetail {
    }
}
