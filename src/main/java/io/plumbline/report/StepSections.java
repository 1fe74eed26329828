package io.plumbline.report;

import io.plumbline.incidents.CloseCondition;
import io.plumbline.incidents.CloseConditions;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.evidence.CauseHypothesis;
import io.plumbline.incidents.evidence.ComputedEvidence;
import io.plumbline.incidents.evidence.Figure;
import io.plumbline.incidents.evidence.Investigation;
import io.plumbline.incidents.evidence.MitigationOption;
import io.plumbline.incidents.evidence.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The five steps of an investigation as sections of a report: what was computed, what a person concluded, what is missing. */
final class StepSections {

    private final Optional<Incident> incident;
    private final Investigation investigation;

    StepSections(Optional<Incident> incident, Investigation investigation) {
        this.incident = incident;
        this.investigation = investigation;
    }

    List<Report.Section> all() {
        return Arrays.stream(IncidentStep.values()).map(step -> {
            List<Block> blocks = new ArrayList<>(switch (step) {
                case CONFIRM -> confirm();
                case CHARACTERISE -> characterise();
                case ROOT_CAUSE -> rootCause();
                case MITIGATE -> mitigate();
                case REMEDIATE -> remediate();
            });
            blocks.add(concluded(step));
            return new Report.Section("Step " + step.number() + ": " + step.word(), blocks);
        }).toList();
    }

    private Block concluded(IncidentStep step) {
        return incident.flatMap(i -> i.conclusion(step))
            .map(c -> new Block.Paragraph("Concluded: " + c.verdict() + ".", (c.text().isEmpty() ? "" : c.text() + " ") + "(" + c.by() + ", "
                + Moments.minute(c.at()) + ")"))
            .orElseGet(() -> new Block.Paragraph("Not concluded.", "No person has concluded this step."));
    }

    private List<Block> confirm() {
        List<List<String>> checks = investigation.confirm().stream().map(e -> List.of(e.title(), e.result().word(), e.sentence())).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(List.of(Block.Column.word("Explanation tested"), Block.Column.word("Result"), Block.Column.text("Finding")),
            checks, Block.Footing.NONE));
        blocks.add(new Block.Heading("The numbers behind it"));
        List<List<String>> figures = new ArrayList<>();
        for (ComputedEvidence evidence : investigation.confirm()) {
            for (Figure figure : evidence.figures()) {
                figures.add(List.of(evidence.title(), figure.name(), figure.value(), Shown.count(figure.n()),
                    figure.spread().isEmpty() ? "–" : figure.spread(), figure.window()));
            }
        }
        blocks.add(new Block.Table(List.of(Block.Column.word("Check"), Block.Column.text("Number"), Block.Column.number("Value"),
            Block.Column.number("n"), Block.Column.number("95% CI"), Block.Column.word("Window")), figures, Block.Footing.NONE));
        return blocks;
    }

    private List<Block> characterise() {
        List<List<String>> rows = investigation.slices().others().stream().map(s -> List.of(s.label(), Shown.count(s.tally().n()),
            Shown.percent(s.tally().share()), Shown.percent(s.interval()), Shown.times(s.lift()), Shown.probability(s.adjustedP()),
            s.state().word())).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("", investigation.slices().breadth().sentence()));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(investigation.slices().culprits().isEmpty() ? "Slices that differ most"
                : "What else was looked at, without the prompts of the slices named above"));
            blocks.add(new Block.Table(List.of(Block.Column.text("Slice"), Block.Column.number("Prompts"), Block.Column.number("Share complied"),
                Block.Column.number("95% CI"), Block.Column.number("Lift"), Block.Column.number("BH p"), Block.Column.word("State")), rows,
                Block.Footing.NONE));
        }
        return blocks;
    }

    private List<Block> rootCause() {
        List<List<String>> rows = investigation.causes().stream().map(c -> List.of(c.branch().word(), c.leaning().word(), joined(c.supporting()),
            joined(c.opposing()), joined(c.missing()))).toList();
        return List.of(new Block.Table(List.of(Block.Column.word("Branch"), Block.Column.word("Evidence leans"), Block.Column.text("For"),
            Block.Column.text("Against"), Block.Column.text("Not in this workspace")), rows, Block.Footing.NONE));
    }

    private static String joined(List<String> statements) {
        return statements.isEmpty() ? "–" : String.join("; ", statements);
    }

    private List<Block> mitigate() {
        List<List<String>> rows = investigation.options().stream().map(StepSections::row).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(List.of(Block.Column.number("Rank"), Block.Column.word("Option"), Block.Column.text("Why at this rank"),
            Block.Column.text("Leaves open")), rows, Block.Footing.NONE));
        investigation.replay().ifPresent(r -> blocks.add(new Block.Paragraph("Replay.", "A filter on “" + r.literal() + "” over stored outputs of "
            + r.period().label() + " " + r.sentence() + ". Intervals: 95%, Wilson for what it blocks, Clopper–Pearson for what it loses.")));
        return blocks;
    }

    private static List<String> row(MitigationOption option) {
        return List.of(Integer.toString(option.rank()), option.action().word(), option.reason(), option.leaves());
    }

    private List<Block> remediate() {
        if (incident.isEmpty()) {
            return List.of(new Block.Paragraph("", "There is no incident yet that a test or a monitor could be linked to."));
        }
        List<List<String>> rows = CloseConditions.of(incident.get()).stream().map(c -> List.of(c.name(), word(c.state()), c.detail())).toList();
        return List.of(new Block.Table(List.of(Block.Column.text("To close"), Block.Column.word("Holds"), Block.Column.text("By")), rows,
            Block.Footing.NONE));
    }

    private static String word(CloseCondition.State state) {
        return switch (state) {
            case HOLDS -> "yes";
            case WAIVED -> "waived";
            case MISSING -> "no";
        };
    }
}
