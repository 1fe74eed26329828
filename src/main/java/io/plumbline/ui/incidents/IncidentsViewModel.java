package io.plumbline.ui.incidents;

import io.plumbline.domain.InputException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.DecisionClock;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.LinkKind;
import io.plumbline.incidents.TimelineEntry;
import io.plumbline.incidents.evidence.FilterReplay;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Investigator;
import io.plumbline.incidents.evidence.Period;
import io.plumbline.incidents.evidence.RecordsBehind;
import io.plumbline.report.IncidentReports;
import io.plumbline.report.Report;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportPages;
import io.plumbline.report.ReportPrinter;
import io.plumbline.report.TextDisclosure;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a person does with incidents, without a window. Reading, computing and writing run off the FX thread; the page property changes on
 * it. What people decided is written at once; what the data say is computed when an incident is shown and after each import.
 */
public final class IncidentsViewModel {

    private static final int MOST_RECORDS = 1_000;
    private static final float PREVIEW_DPI = 96;

    private final Workspace workspace;
    private final IncidentService service;
    private final Investigator investigator;
    private final IncidentReports reports;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final Clock clock;
    /** Each act has a slot of its own: a decision is never dropped because another one follows. */
    private int acts;
    /** Counts requests for a page: a list that was asked for earlier must not replace what was asked for since. */
    private int pagesAsked;
    private final ReadOnlyObjectWrapper<IncidentsPage> page = new ReadOnlyObjectWrapper<>(new IncidentsPage.Reading());

    public IncidentsViewModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors, Clock clock) {
        this.workspace = workspace;
        this.service = new IncidentService(workspace.decisions(), workspace.log(), workspace::actor);
        this.investigator = new Investigator(workspace.log(), workspace.policy(), workspace.decisions());
        this.reports = new IncidentReports(workspace, service, investigator, clock);
        this.tasks = tasks;
        this.errors = errors;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<IncidentsPage> page() {
        return page.getReadOnlyProperty();
    }

    /** Shows all incidents. */
    public void list() {
        int asked = ++pagesAsked;
        tasks.start("incidents.page", "Reading incidents",
            progress -> new IncidentsPage.Listing(service.all(), days(), workspace.log().harmCategories()), listing -> {
                if (asked == pagesAsked) {
                    page.set(listing);
                }
            }, errors::show);
    }

    /** Shows one incident and computes its evidence. */
    public void show(String id) {
        tasks.start("incidents.page", "Reading " + id, progress -> service.find(id), found -> found.ifPresentOrElse(incident -> {
            page.set(new IncidentsPage.One(incident, Optional.empty()));
            examine(incident);
        }, () -> {
            errors.show(new InputException("There is no incident " + id + " in this workspace. The list shows those that there are."));
            list();
        }), errors::show);
    }

    /** Examines days that an incident may be opened on. */
    public void consider(IncidentScope scope) {
        pagesAsked++;
        page.set(new IncidentsPage.Opening(scope, Optional.empty()));
        tasks.start("incidents.evidence", "Examining " + new Period(scope.from(), scope.to()).label(),
            progress -> investigator.examine(scope, progress), investigation -> {
                if (page.get() instanceof IncidentsPage.Opening opening && opening.scope().equals(scope)) {
                    page.set(new IncidentsPage.Opening(scope, Optional.of(investigation)));
                }
            }, this::backToTheList);
    }

    /** Examines the days around flagged records. */
    public void considerRecords(List<String> keys) {
        tasks.start("incidents.page", "Reading flagged records", progress -> service.scopeOf(keys), this::consider, this::backToTheList);
    }

    /** Opens the incident under consideration. */
    public void open(String title, Severity severity, String reason) {
        if (page.get() instanceof IncidentsPage.Opening opening) {
            tasks.start("incidents.act." + acts++, "Opening the incident",
                progress -> service.open(title, opening.scope(), severity, reason, clock.instant()),
                incident -> page.set(new IncidentsPage.One(incident, opening.investigation())), errors::show);
        }
    }

    public void note(IncidentStep step, String text) {
        act(id -> service.note(id, step, text));
    }

    public void insert(Instant at, TimelineEntry.Weight weight, String text) {
        act(id -> service.insert(id, at, weight, text));
    }

    /** Records a conclusion together with the numbers it rests on. */
    public void conclude(IncidentStep step, String verdict, String text) {
        Optional<Investigation> evidence = investigation();
        if (step == IncidentStep.CHARACTERISE && evidence.isEmpty()) {
            errors.show(new InputException("Step 2 counts who was affected, and the evidence is still being computed. Wait for it."));
            return;
        }
        Map<String, Long> figures = step == IncidentStep.CHARACTERISE ? evidence.map(Investigation::slices).map(s -> Map.of(
            "outputs", s.reach().outputs(), "users", s.reach().users(), "sessions", s.reach().sessions())).orElseThrow() : Map.of();
        act(id -> service.conclude(id, step, verdict, text, figures));
    }

    public void setSeverity(Severity severity, String reason) {
        act(id -> service.setSeverity(id, severity, reason));
    }

    public void link(LinkKind kind, String reference) {
        act(id -> service.link(id, kind, reference));
    }

    public void waive(LinkKind kind, String reason) {
        act(id -> service.waive(id, kind, reason));
    }

    public void agree(String remark) {
        act(id -> service.agree(id, remark));
    }

    public void close(String summary) {
        act(id -> service.close(id, summary));
    }

    /** Replays a filter on a literal text over the stored outputs of the incident's days. */
    public void replay(String literal, Consumer<FilterReplay> done) {
        investigation().ifPresent(i -> tasks.start("incidents.replay", "Replaying a filter", progress -> FilterReplay.of(workspace.log(),
            required(literal), i.comparison().window(), workspace.policy(), progress), done, errors::show));
    }

    /** The records behind a number. */
    public void records(RecordsBehind behind, Consumer<List<MeasuredRecord>> done) {
        tasks.start("incidents.records", "Reading records", progress -> behind.first(workspace.log(), MOST_RECORDS), done, errors::show);
    }

    /** Writes the report of what is shown; the person has already agreed to replace a file that is there. */
    public void export(Path file, TextDisclosure disclosure, Consumer<ReportFile> done) {
        tasks.start("incidents.report", "Writing " + file.getFileName(),
            progress -> ReportFile.replace(report(disclosure, progress), file, ReportPrinter.signing(workspace)), done, errors::show);
    }

    /** The pages of the report of what is shown. */
    public void preview(TextDisclosure disclosure, Consumer<List<BufferedImage>> done) {
        tasks.start("incidents.report", "Laying out the report",
            progress -> ReportPages.of(report(disclosure, progress), new ReportPrinter(), PREVIEW_DPI), done, errors::show);
    }

    /** What changed elsewhere: other decisions, new records. */
    public void decisionsChanged() {
        if (page.get() instanceof IncidentsPage.One one) {
            tasks.start("incidents.page", "Reading " + one.incident().id(), progress -> service.find(one.incident().id()),
                found -> found.filter(incident -> !incident.equals(one.incident())).ifPresent(this::keepEvidence), errors::show);
        } else if (page.get() instanceof IncidentsPage.Listing) {
            list();
        }
    }

    public void importsChanged() {
        if (page.get() instanceof IncidentsPage.One one) {
            examine(one.incident());
        }
    }

    public Optional<DecisionClock> clockOf(Incident incident) {
        return DecisionClock.of(incident, workspace.policy());
    }

    public Instant now() {
        return clock.instant();
    }

    public String actor() {
        return workspace.actor();
    }

    /** Names that a new test can be linked to: the evaluation runs of the workspace. */
    public List<String> tests() {
        return workspace.runs().list().stream().map(run -> run.suite() + ", " + run.displayName() + " (" + run.id() + ")").distinct().toList();
    }

    /** Names that a new monitor can be linked to: the refusal series that the drift analysis judges. */
    public List<String> monitors() {
        return workspace.log().harmCategories().stream().map(category -> "refusal, " + category).toList();
    }

    private Optional<Period> days() {
        return workspace.log().range(LogFilter.everything()).map(range -> new Period(
            LocalDate.ofInstant(range.first(), ZoneOffset.UTC),
            LocalDate.ofInstant(range.last(), ZoneOffset.UTC)));
    }

    private void examine(Incident incident) {
        tasks.start("incidents.evidence", "Examining " + incident.id(), progress -> investigator.examine(incident.scope(), progress),
            investigation -> {
                if (page.get() instanceof IncidentsPage.One one && one.incident().id().equals(incident.id())) {
                    page.set(new IncidentsPage.One(one.incident(), Optional.of(investigation)));
                }
            }, errors::show);
    }

    private void act(Function<String, Incident> act) {
        if (page.get() instanceof IncidentsPage.One one) {
            tasks.start("incidents.act." + acts++, "Writing the decision", progress -> act.apply(one.incident().id()), this::keepEvidence, errors::show);
        }
    }

    private void keepEvidence(Incident incident) {
        if (page.get() instanceof IncidentsPage.One one && one.incident().id().equals(incident.id())) {
            page.set(new IncidentsPage.One(incident, one.investigation()));
        }
    }

    private Optional<Investigation> investigation() {
        return page.get() instanceof IncidentsPage.One one ? one.investigation()
            : page.get() instanceof IncidentsPage.Opening opening ? opening.investigation() : Optional.empty();
    }

    private Report report(TextDisclosure disclosure, Progress progress) {
        if (page.get() instanceof IncidentsPage.One one) {
            return one.investigation().isPresent() ? reports.of(Optional.of(one.incident()), one.investigation().get(), disclosure)
                : reports.on(one.incident().id(), disclosure, progress);
        }
        if (page.get() instanceof IncidentsPage.Opening opening) {
            return opening.investigation().isPresent() ? reports.of(Optional.empty(), opening.investigation().get(), disclosure)
                : reports.draft(opening.scope(), disclosure, progress);
        }
        throw new InputException("Choose an incident first; the report is about one.");
    }

    private void backToTheList(Throwable failure) {
        errors.show(failure);
        list();
    }

    private static String required(String literal) {
        if (literal.isBlank()) {
            throw new InputException("The filter is empty. Write the literal text that it would look for in prompts.");
        }
        return literal;
    }
}
