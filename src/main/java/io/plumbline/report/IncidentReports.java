package io.plumbline.report;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Investigator;
import io.plumbline.incidents.evidence.Slice;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.store.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes incident reports from a workspace. */
public final class IncidentReports {

    private static final int EXCERPTS_PER_SLICE = 3;
    private static final int EXCERPT_LENGTH = 160;

    private final Workspace workspace;
    private final IncidentService incidents;
    private final Investigator investigator;
    private final Clock clock;

    public IncidentReports(Workspace workspace, IncidentService incidents, Investigator investigator, Clock clock) {
        this.workspace = workspace;
        this.incidents = incidents;
        this.investigator = investigator;
        this.clock = clock;
    }

    /** The report on an incident, with everything computed anew. */
    public Report on(String incidentId, TextDisclosure disclosure, Progress progress) {
        Incident incident = incidents.find(incidentId).orElseThrow(() -> new InputException("There is no incident " + incidentId
            + " in this workspace." + known()));
        return of(Optional.of(incident), investigator.examine(incident.scope(), progress), disclosure);
    }

    /** A report on days that nobody has opened an incident on. */
    public Report draft(IncidentScope scope, TextDisclosure disclosure, Progress progress) {
        return of(Optional.empty(), investigator.examine(scope, progress), disclosure);
    }

    /** The report on an incident whose evidence is at hand. */
    public Report of(Optional<Incident> incident, Investigation investigation, TextDisclosure disclosure) {
        return new IncidentReport(incident, investigation, new RollingRefusal(workspace.log(), workspace.policy()).of(investigation),
            subject(investigation), incident.map(i -> incidents.decisionsOn(i.id())).orElse(List.of()), excerpts(investigation, disclosure),
            disclosure, WorkspaceManifest.of(workspace, workspace.policy(), m -> m.kind() == ImportKind.LOG), clock.instant(),
            workspace.policy().number("monitor.confidence")).report();
    }

    private String known() {
        List<String> ids = incidents.all().stream().map(Incident::id).sorted().toList();
        return ids.isEmpty() ? " None has been opened yet." : " There are " + String.join(", ", ids) + ".";
    }

    private String subject(Investigation investigation) {
        LogFilter window = investigation.comparison().window().of(LogFilter.everything());
        String context = workspace.log().dailyCells(window).stream().max(Comparator.comparing(DailyCell::date)).map(DailyCell::context)
            .filter(c -> !c.isEmpty()).map(c -> ", context " + c).orElse("");
        return String.join(", ", workspace.log().models()) + context;
    }

    private List<Block.Fact> excerpts(Investigation investigation, TextDisclosure disclosure) {
        List<Block.Fact> excerpts = new ArrayList<>();
        if (disclosure == TextDisclosure.EXCERPTS) {
            for (Slice slice : investigation.slices().culprits()) {
                for (MeasuredRecord stored : slice.records().first(workspace.log(), EXCERPTS_PER_SLICE)) {
                    MeasuredRecord record = MaskedRecord.of(stored);
                    excerpts.add(new Block.Fact(record.record().id() + ", prompt", cut(record.record().prompt())));
                    excerpts.add(new Block.Fact(record.record().id() + ", response", cut(record.record().response())));
                }
            }
        }
        return excerpts;
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= EXCERPT_LENGTH) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, EXCERPT_LENGTH)) + "… [cut]";
    }
}
