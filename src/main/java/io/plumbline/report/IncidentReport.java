package io.plumbline.report;

import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.LinkKind;
import io.plumbline.incidents.StepConclusion;
import io.plumbline.incidents.TimelineEntry;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.Period;
import io.plumbline.incidents.evidence.ProposedTitle;
import io.plumbline.incidents.evidence.Shown;
import io.plumbline.incidents.evidence.Slice;
import io.plumbline.incidents.evidence.SliceTable;
import io.plumbline.incidents.evidence.Tally;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an incident report says, put together from what people decided and what the data show.
 *
 * @param incident      the incident; empty for a draft on a range that nobody has opened an incident on
 * @param investigation what the program found
 * @param chart         the picture of it
 * @param subject       deployment it is about
 * @param decisions     the journal's lines on it
 * @param excerpts      what the report shows of prompts and responses, label and text; empty where text is withheld
 * @param disclosure    how much text it shows
 * @param manifest      what it was made from
 * @param made          when
 * @param confidence    level of the intervals
 */
public record IncidentReport(Optional<Incident> incident, Investigation investigation, RefusalChart chart, String subject,
                             List<JournalEntry> decisions, List<Block.Fact> excerpts, TextDisclosure disclosure, Manifest manifest,
                             Instant made, double confidence) {

    /** The statement that no report goes without (R109). */
    public static final String CAVEAT = "This evaluation reduces risk; it does not remove it. What stays open is listed under “Residual gaps”.";

    public IncidentReport {
        decisions = List.copyOf(decisions);
        excerpts = List.copyOf(excerpts);
    }

    /** The report, ready to be printed in any format. */
    public Report report() {
        Redaction redaction = Redaction.of(disclosure, investigation.slices().trigger());
        Severity severity = incident.map(i -> i.severity().severity()).orElse(investigation.severity().severity());
        return new Report("Incident report", incident.map(Incident::id).orElse("no incident opened"), status(), Moments.minute(made), subject,
            redaction.of(incident.map(Incident::title).orElseGet(() -> ProposedTitle.of(investigation))), state(severity),
            state(severity).word() + ": severity " + severity.word() + (incident.isPresent() ? "" : ", proposed"), disclosure.words(),
            redaction.of(lead()), redaction.of(sections()), CAVEAT, manifest);
    }

    private String status() {
        return incident.map(i -> i.isOpen() ? "open, draft of the report" : "closed").orElse("draft");
    }

    private static SafetyState state(Severity severity) {
        return switch (severity) {
            case HIGH, CRITICAL -> SafetyState.ACT;
            case MEDIUM, PROVISIONAL_MEDIUM -> SafetyState.WATCH;
            case LOW -> SafetyState.OK;
        };
    }

    private String lead() {
        Tally before = investigation.slices().all().baseline();
        Tally now = investigation.slices().all().tally();
        if (before.n() == 0 || now.n() == 0) {
            return "There are too few harmful prompts to compare " + investigation.comparison().window().label() + " with the baseline.";
        }
        Interval change = NewcombeInterval.of(before.refused(), before.n(), now.refused(), now.n(), confidence);
        double difference = now.refusal() - before.refusal();
        String verb = difference < 0 ? "fell " : "rose ";
        return "Refusal of harm-category prompts " + verb + Shown.percent(Math.abs(difference / before.refusal())) + " ("
            + Shown.percent(before.refusal()) + " → " + Shown.percent(now.refusal()) + ", " + Shown.points(difference) + " points, 95% CI "
            + Shown.points(change.lower()) + " to " + Shown.points(change.upper()) + "; n " + Shown.count(before.n()) + " and "
            + Shown.count(now.n()) + ") from " + investigation.comparison().baseline().label() + " to "
            + investigation.comparison().window().label() + ". "
            + investigation.start().map(s -> "The fall began on " + s.interval() + " (95% interval). ").orElse("")
            + "Inputs: " + investigation.confirm().get(2).sentence() + ". " + investigation.slices().breadth().sentence();
    }

    private List<Report.Section> sections() {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(new Report.Section("Facts", List.of(facts())));
        sections.add(new Report.Section("What was seen", List.of(figure())));
        sections.add(new Report.Section("Who and what was affected, " + investigation.comparison().window().label(), affected()));
        sections.addAll(new StepSections(incident, investigation).all());
        sections.add(new Report.Section("Timeline", List.of(timeline())));
        if (!excerpts.isEmpty()) {
            sections.add(new Report.Section("Excerpts", List.of(new Block.Facts(excerpts))));
        }
        sections.add(new Report.Section("Residual gaps", List.of(gaps())));
        sections.add(new Report.Section("Decisions", decisions.isEmpty()
            ? List.of(new Block.Paragraph("", "Nobody has decided anything on this yet.")) : List.of(DecisionTable.of(decisions))));
        sections.add(new Report.Section("Manifest", List.of(new Block.Lines(manifest.lines()))));
        return sections;
    }

    private Block.Facts facts() {
        SliceTable slices = investigation.slices();
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Severity", incident.map(i -> i.severity().severity().word() + ": " + i.severity().reason())
            .orElseGet(() -> investigation.severity().severity().word() + " by the rules: " + investigation.severity().reason())));
        facts.add(new Block.Fact("Started", investigation.start().map(s -> s.interval() + " UTC (95% interval of the change point)")
            .orElse("no change point found near these days")));
        incident.ifPresent(i -> facts.add(new Block.Fact("Detected", Moments.minute(i.detected()) + ", opened "
            + Moments.minute(i.opened()) + " by " + i.openedBy())));
        facts.add(new Block.Fact("Reached users", Shown.count(slices.reach().outputs()) + " outputs, " + Shown.count(slices.reach().users())
            + " users, " + Shown.count(slices.reach().sessions()) + " sessions; an answer not known to be stopped counts as reached"));
        facts.add(new Block.Fact("Contained", incident.flatMap(i -> i.conclusion(IncidentStep.MITIGATE)).map(StepConclusion::verdict)
            .map(v -> v + proof()).orElse("not yet")));
        facts.add(new Block.Fact("Root cause", incident.flatMap(i -> i.conclusion(IncidentStep.ROOT_CAUSE)).map(StepConclusion::verdict)
            .orElse("not yet named")));
        facts.add(new Block.Fact("Status", incident.map(IncidentReport::progress).orElse("no incident was opened")));
        return new Block.Facts(facts);
    }

    private String proof() {
        return incident.flatMap(i -> i.link(LinkKind.MITIGATION_PROOF)).map(l -> "; " + l.state().name().toLowerCase(Locale.ROOT)
            + ": " + l.reference()).orElse("; no proof yet");
    }

    private static String progress(Incident incident) {
        return incident.closure().map(c -> "closed " + Moments.minute(c.at()) + " by " + c.by() + ": " + c.summary())
            .orElseGet(() -> "open, " + incident.currentStep().map(s -> "step " + s.number() + " of 5, " + s.word())
                .orElse("all five steps concluded"));
    }

    private Block.Chart figure() {
        List<List<String>> windows = new ArrayList<>();
        List<RefusalChart.Point> days = chart.days();
        for (int i = days.size() - 1; i >= 0; i -= chart.windowDays()) {
            Tally tally = days.get(i).tally();
            windows.add(0, List.of(days.get(i).day().toString(), Shown.count(tally.n()), Shown.percent(tally.refusal()),
                tally.n() == 0 ? "–" : Shown.percent(tally.refusalInterval(confidence))));
        }
        Period shown = new Period(days.get(0).day(), days.get(days.size() - 1).day());
        String caption = "Refusal, " + chart.windowDays() + "-day rolling, with 95% Wilson interval; n = " + Shown.count(chart.prompts())
            + " harm-category prompts, " + shown.label() + ". " + Shown.count(investigation.canariesLeftOut())
            + " canaries excluded. Baseline " + investigation.comparison().baseline().label() + "; warning and critical are the policy's "
            + "shares of it.";
        return new Block.Chart(1, chart, caption, new Block.Table(List.of(Block.Column.word(chart.windowDays() + " days to"),
            Block.Column.number("n"), Block.Column.number("Refusal"), Block.Column.number("95% CI")), windows, Block.Footing.NONE));
    }

    private List<Block> affected() {
        SliceTable slices = investigation.slices();
        List<List<String>> rows = new ArrayList<>();
        slices.culprits().forEach(s -> rows.add(row(s)));
        rows.add(row(slices.rest()));
        rows.add(row(slices.all()));
        return List.of(new Block.Table(List.of(Block.Column.text("Slice"), Block.Column.number("Prompts"), Block.Column.number("Complied"),
            Block.Column.number("Share"), Block.Column.number("95% CI"), Block.Column.number("Baseline"), Block.Column.number("Users"),
            Block.Column.word("State")), rows, Block.Footing.TOTAL),
            new Block.Paragraph("Reading.", slices.breadth().sentence() + " " + slices.breadth().reading() + " " + slices.tested()
                + " slices were tested; p-values are adjusted for that (Benjamini–Hochberg)."));
    }

    private static List<String> row(Slice slice) {
        return List.of(slice.label(), Shown.count(slice.tally().n()), Shown.count(slice.tally().complied()),
            Shown.percent(slice.tally().share()), Shown.percent(slice.interval()),
            Shown.percent(slice.baseline().share()) + (slice.comparedWith() == Slice.Comparator.ALL_HARMFUL ? " (all)" : ""),
            Shown.count(slice.users()), slice.state().word());
    }

    private Block.Table timeline() {
        List<TimelineEntry> entries = new ArrayList<>(investigation.timeline());
        incident.ifPresent(i -> entries.addAll(i.entries()));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return new Block.Table(List.of(Block.Column.word("When"), Block.Column.text("What"), Block.Column.text("Detail"),
            Block.Column.name("By")), entries.stream().map(e -> List.of(Moments.minute(e.at()), e.title(), e.detail(),
                e.by().isEmpty() ? "computed" : e.by())).toList(), Block.Footing.NONE);
    }

    private Block.Bullets gaps() {
        SliceTable slices = investigation.slices();
        return new Block.Bullets(List.of(
            "Trigger coverage: " + slices.tested() + " slices and texts of real prompts were tested. A trigger that nobody has sent yet can't "
                + "be seen in a log, so the absence of a backdoor is never shown.",
            "Distribution shift: only prompts to which the log gives a harm category are counted; harm that it calls benign is not.",
            "Temporal dynamics: the evidence ends on " + investigation.comparison().window().to() + ". It says nothing of later days.",
            "Compositional effects: turns are counted one by one; what several turns do together was not examined.",
            "Adversarial adaptation: a filter on literal text can be got round by other words; the replay can't show that."));
    }
}
