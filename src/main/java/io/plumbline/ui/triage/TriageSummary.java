package io.plumbline.ui.triage;

import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Agreement;
import io.plumbline.triage.AuditedRate;
import io.plumbline.triage.DetectorPrecision;
import io.plumbline.triage.LabelDesk;
import io.plumbline.triage.Labels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the labels so far amount to.
 *
 * @param precision   per detector and claim
 * @param agreement   of first and second raters
 * @param rate        how often requests for harm were answered, raw and corrected
 * @param openedToday shielded texts this person opened today
 */
record TriageSummary(List<DetectorPrecision> precision, Agreement agreement, AuditedRate rate, long openedToday) {

    static TriageSummary read(Workspace workspace, List<FlaggedRecord> flagged) {
        Labels labels = Labels.of(workspace.decisions());
        return new TriageSummary(DetectorPrecision.of(flagged, labels),
            Agreement.of(labels, workspace.policy().count("triage.agreement.minimum")),
            AuditedRate.of(flagged, labels, workspace.log().dailyCells(LogFilter.everything()), workspace.policy().number("triage.audit.share"),
                workspace.policy().count("triage.audit.minimum")),
            new LabelDesk(workspace.decisions()).openedBy(workspace.actor(), Instant.now().truncatedTo(ChronoUnit.DAYS)));
    }
}
