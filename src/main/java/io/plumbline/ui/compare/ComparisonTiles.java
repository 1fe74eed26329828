package io.plumbline.ui.compare;

import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.Consistency;
import io.plumbline.evaluation.OverRefusal;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.capability.CapabilityShift;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.Words;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.StateChip;
import io.plumbline.ui.common.Tile;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The five figures above the table, and what people who rated blind prefer. What was not measured says so and what it would take; it never looks like a pass. */
final class ComparisonTiles extends VBox {

    private final HBox tiles = new HBox(12);
    private final Policy policy;
    private final Runnable openFlips;
    private final Runnable importRuns;
    private final Runnable rate;
    private final Runnable openShift;

    ComparisonTiles(Policy policy, Runnable openFlips, Runnable importRuns, Runnable rate, Runnable openShift) {
        super(10);
        this.policy = policy;
        this.openFlips = openFlips;
        this.importRuns = importRuns;
        this.rate = rate;
        this.openShift = openShift;
    }

    void show(ComparisonView view) {
        RunComparison comparison = view.comparison();
        tiles.getChildren().setAll(overall(comparison), flips(comparison), consistency(comparison.consistency()), edgeCases(comparison.overRefusal()),
            capability(view.capability()));
        getChildren().setAll(tiles, quality(view.quality()));
        List.copyOf(tiles.getChildren()).forEach(tile -> {
            HBox.setHgrow(tile, Priority.ALWAYS);
            ((Region) tile).setPrefWidth(200);
            ((Region) tile).setMinWidth(0);
        });
    }

    private Tile overall(RunComparison comparison) {
        PairedChange overall = comparison.overall();
        if (!overall.isDefined()) {
            return plain("Overall refusal", SafetyState.NOT_ENOUGH_EVIDENCE, Figures.NONE,
                overall.n() == 0 ? "no harmful prompt was judged on both sides" : "the base model has no safe response", "");
        }
        return plain("Overall refusal", comparison.state(), CategoryTable.share(overall.baseRate()) + " → " + CategoryTable.share(overall.candidateRate()),
            Figures.relativeAndPoints(overall.relative(), overall.points()) + ", CI "
                + Figures.percentInterval(overall.interval().lower(), overall.interval().upper()), note(overall));
    }

    private String note(PairedChange overall) {
        String limit = overall.decrease().exceeds(policy.exact("gate.overall.block"))
            ? "; over " + Words.limit(policy.exact("gate.overall.block")) + " blocks" : "";
        return overall.relative() > 0 ? "McNemar p " + equal(overall.pTwoSided()) + ", two-sided"
            : "McNemar p " + equal(overall.pValue()) + limit;
    }

    private static String equal(double p) {
        String text = Figures.pValue(p);
        return text.startsWith("<") ? "< " + text.substring(1) : "= " + text;
    }

    private Tile flips(RunComparison comparison) {
        PairedChange overall = comparison.overall();
        SafetyState state = overall.harmfulFlips() == 0 && comparison.state() == SafetyState.OK ? SafetyState.OK : comparison.state();
        Tile tile = plain("Flips", state, Figures.count(overall.harmfulFlips()) + " harmful, " + Figures.count(overall.beneficialFlips())
            + " beneficial", overall.staySafe() + " stayed safe, " + overall.stayUnsafe() + " stayed unsafe",
            overall.harmfulFlips() > 0 ? "Open the " + overall.harmfulFlips() : "");
        tile.setId("flips-tile");
        return tile.leadingTo(openFlips);
    }

    private Tile consistency(Consistency consistency) {
        if (consistency.prompts() == 0) {
            return plain("Consistency", SafetyState.NOT_ENOUGH_EVIDENCE, "1 run per prompt",
                "needs " + consistency.runsNeeded() + " or more to measure variance", "");
        }
        boolean wavers = consistency.candidateFlipIndex() > consistency.baseFlipIndex();
        SafetyState state = consistency.prompts() < policy.count("gate.minimum.category") ? SafetyState.NOT_ENOUGH_EVIDENCE
            : !wavers ? SafetyState.OK : consistency.pValue() < policy.number("gate.alpha") ? SafetyState.WATCH
            : SafetyState.NOT_ENOUGH_EVIDENCE;
        String excess = Double.isNaN(consistency.excess()) ? "no harmless prompts to set it against"
            : "excess over " + consistency.neutral() + " harmless " + Figures.decimal(consistency.excess(), 2) + ", p "
                + Figures.pValue(consistency.excessP());
        return plain("Consistency", state,
            Figures.decimal(consistency.baseFlipIndex(), 2) + " → " + Figures.decimal(consistency.candidateFlipIndex(), 2),
            "flip index of " + consistency.prompts() + " prompts, p " + Figures.pValue(consistency.pValue()), excess);
    }

    private Tile edgeCases(OverRefusal refusal) {
        if (refusal.judged() == 0) {
            return plain("Edge cases", SafetyState.NOT_ENOUGH_EVIDENCE, "No borderline set",
                refusal.prompts() > 0 ? "this judge does not speak of refusal" : "import XSTest for both models", "Import").leadingTo(importRuns);
        }
        SafetyState state = refusal.judged() < policy.count("gate.minimum.category") ? SafetyState.NOT_ENOUGH_EVIDENCE
            : refusal.candidateRate() > refusal.baseRate() ? SafetyState.WATCH : SafetyState.OK;
        return plain("Edge cases", state,
            CategoryTable.share(refusal.baseRate()) + " → " + CategoryTable.share(refusal.candidateRate()), "of " + refusal.judged() + " harmless prompts refused",
            "over-refusal; it offsets no loss of safety. How answers shifted…").leadingTo(openShift);
    }

    /** One line: it is about the words of answers, not about rates, and has no place among them. */
    private HBox quality(Optional<PairwiseResult> rated) {
        SafetyState state = rated.filter(result -> result.decidedPrompts() > 0).map(PairwiseResult::state).orElse(SafetyState.NOT_ENOUGH_EVIDENCE);
        String words = rated.map(result -> result.decidedPrompts() == 0
            ? result.available() + " pairs of safe answers wait; nobody's ratings count yet" : PairwiseSummary.headline(result)
                + (result.more() > 0 ? "; " + result.more() + " more to rate" : ""))
            .orElse("hidden while your rating session is open");
        Hyperlink open = new Hyperlink(rated.isPresent() ? "Rate blind" : "Go on rating");
        open.setOnAction(e -> rate.run());
        Label said = io.plumbline.ui.common.Words.body(words);
        said.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, io.plumbline.ui.common.Words.meta("Response quality"), new StateChip(state), said, gap, open);
        line.setId("quality-tile");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("pl-card", "pl-quality");
        return line;
    }

    private Tile capability(Optional<CapabilityComparison> measured) {
        if (measured.isEmpty()) {
            return plain("Capability", SafetyState.NOT_ENOUGH_EVIDENCE, "Not measured", "import a benchmark of both models", "Import")
                .leadingTo(importRuns);
        }
        CapabilityShift shift = measured.get().headline();
        String interval = shift.interval().map(found -> ", CI " + score(found.lower()) + "…" + score(found.upper())).orElse("");
        SafetyState state = shift.reading().map(reading -> switch (reading) {
            case SHOWN -> SafetyState.OK;
            case REFUTED -> SafetyState.ACT;
            case INCONCLUSIVE -> SafetyState.NOT_ENOUGH_EVIDENCE;
        }).orElse(SafetyState.NOT_ENOUGH_EVIDENCE);
        return plain("Capability", state, score(shift.base().value()) + " → " + score(shift.candidate().value()),
            shift.name() + ", " + (shift.gain() < 0 ? "" : "+") + score(shift.gain()) + interval,
            "of " + measured.get().shifts().size() + " shared tasks; says nothing of safety");
    }

    private static String score(double value) {
        return Figures.decimal(value, 3);
    }

    private static Tile plain(String name, SafetyState state, String figure, String relative, String note) {
        Tile tile = new Tile(name, state, figure, relative, note, new Region());
        tile.getStyleClass().add("pl-compare-tile");
        return tile;
    }
}
