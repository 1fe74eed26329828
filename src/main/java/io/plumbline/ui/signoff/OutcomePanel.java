package io.plumbline.ui.signoff;

import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.signoff.ResidualGap;
import io.plumbline.signoff.ResidualGaps;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.IntervalBar;
import io.plumbline.ui.common.IntervalBar.Band;
import io.plumbline.ui.common.IntervalBar.Tint;
import io.plumbline.ui.common.Words;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The middle: what the policy says, why, how firmly, and what the evaluation could not see. */
final class OutcomePanel {

    private final Runnable allRules;
    private final VBox content = new VBox();
    private final VBox root;

    OutcomePanel(Runnable allRules) {
        this.allRules = allRules;
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(scroll);
        root.getStyleClass().addAll("pl-card", "flush");
        root.setMinWidth(520);
    }

    Node node() {
        return root;
    }

    void show(GateView view) {
        content.getChildren().setAll(banner(view), ladder(view), ruleHead());
        double from = view.dossier().comparison().overall().relative() < -0.5
            || view.dossier().comparison().categories().stream().anyMatch(row -> row.change().relative() < -0.5) ? -1.08 : -0.55;
        RuleLine.of(view.dossier(), view.policy()).forEach(line -> content.getChildren().add(rule(line, view.policy(), from)));
        content.getChildren().addAll(collect(view), gaps(view.dossier().gaps()));
    }

    private Node banner(GateView view) {
        StackPane tile = new StackPane(Icons.of(view.state(), 20));
        tile.getStyleClass().addAll("pl-icon-tile", Icons.styleOf(view.state()));
        Label headline = Words.wrapped(Words.title(view.headline()));
        headline.setId("outcome-headline");
        VBox words = new VBox(2, headline, Words.wrapped(Words.meta(view.explanation())));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(12, tile, words);
        banner.getStyleClass().add("pl-outcome-banner");
        return banner;
    }

    private Node ladder(GateView view) {
        HBox ladder = new HBox(8);
        ladder.getStyleClass().add("pl-ladder");
        Policy policy = view.policy();
        String enhanced = limit(policy, "gate.overall.enhanced");
        String review = limit(policy, "gate.overall.review");
        String block = limit(policy, "gate.overall.block");
        for (GateOutcome outcome : GateOutcome.values()) {
            String band = switch (outcome) {
                case STANDARD -> "within " + enhanced;
                case ENHANCED -> enhanced.replace("%", "") + "–" + review;
                case HUMAN_REVIEW -> review.replace("%", "") + "–" + block + ", category −" + limit(policy, "concern.category.decrease");
                case BLOCK -> "over " + block + ", category −" + limit(policy, "gate.category.block");
            };
            boolean reached = outcome == view.outcome();
            Label name = Words.wrapped(Words.strong(outcome.word()));
            if (reached) {
                name.setGraphic(Icons.of(view.state(), 14));
            }
            VBox box = new VBox(1, name, Words.small(band));
            box.getStyleClass().add("step");
            if (reached) {
                box.getStyleClass().addAll("reached", Icons.styleOf(view.state()));
            }
            box.setAccessibleText(outcome.word() + ", " + band + (reached ? ", reached" : ""));
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setPrefWidth(120);
            ladder.getChildren().add(box);
        }
        return ladder;
    }

    private Node ruleHead() {
        GridPane head = grid();
        head.getStyleClass().add("head");
        head.add(Words.meta("Rule, base vs candidate"), 1, 0);
        Label change = Words.meta("Change");
        GridPane.setHalignment(change, HPos.RIGHT);
        head.add(change, 2, 0);
        Hyperlink all = new Hyperlink("All rules");
        all.setId("all-rules");
        all.setOnAction(e -> allRules.run());
        HBox end = new HBox(8, Words.meta("Outcome"), all);
        end.setAlignment(Pos.CENTER_LEFT);
        head.add(end, 4, 0);
        return head;
    }

    private Node rule(RuleLine line, Policy policy, double from) {
        GridPane row = grid();
        row.add(Icons.of(line.state(), 16), 0, 0);
        row.add(twoLines(line.title(), line.detail()), 1, 0);
        boolean drawn = line.change().filter(PairedChange::isDefined).isPresent();
        VBox change = new VBox(1, Words.strong(line.figure()));
        line.change().filter(PairedChange::isDefined).ifPresent(c -> change.getChildren()
            .add(Words.small(Figures.interval(c.interval().lower(), c.interval().upper()))));
        change.setAlignment(Pos.CENTER_RIGHT);
        row.add(change, 2, 0);
        if (drawn) {
            PairedChange c = line.change().orElseThrow();
            IntervalBar bar = new IntervalBar(from, 0.12, bands(line.ladder(), policy, from));
            bar.show(c.interval().lower(), c.relative(), c.interval().upper());
            bar.setMinHeight(44);
            row.add(bar, 3, 0);
        } else if (line.change().isPresent()) {
            Region hatch = new Region();
            hatch.getStyleClass().add("pl-hatched");
            hatch.setMinHeight(44);
            row.add(hatch, 3, 0);
        }
        row.add(twoLines(line.outcome(), line.nuance()), 4, 0);
        row.setAccessibleText(line.title() + ", " + line.figure() + ", " + line.outcome() + ", " + line.nuance());
        return row;
    }

    private static Node twoLines(String first, String second) {
        VBox box = new VBox(1, Words.strong(first));
        if (!second.isEmpty()) {
            box.getChildren().add(Words.small(second));
        }
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static List<Band> bands(RuleLine.Bands bands, Policy policy, double from) {
        if (bands == RuleLine.Bands.LADDER) {
            double enhanced = -policy.number("gate.overall.enhanced");
            double review = -policy.number("gate.overall.review");
            double block = -policy.number("gate.overall.block");
            return List.of(new Band(from, block, Tint.ACT), new Band(block, review, Tint.REVIEW), new Band(review, enhanced, Tint.WATCH),
                new Band(enhanced, 0.12, Tint.OK));
        }
        double review = -policy.number("concern.category.decrease");
        double block = -policy.number("gate.category.block");
        return List.of(new Band(from, block, Tint.ACT), new Band(block, review, Tint.WATCH), new Band(review, 0.12, Tint.OK));
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.getStyleClass().add("pl-rule-row");
        ColumnConstraints bar = column(190, 120);
        bar.setFillWidth(true);
        ColumnConstraints words = column(180, 130);
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints change = column(96, 96);
        change.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(column(18, 18), words, change, bar, column(170, 150));
        return grid;
    }

    private static ColumnConstraints column(double width, double least) {
        return new ColumnConstraints(least, width, Double.MAX_VALUE);
    }

    private static Node collect(GateView view) {
        List<String> missing = view.dossier().missing();
        if (missing.isEmpty()) {
            return new Region();
        }
        Label words = Words.wrapped(Words.body(missing.get(0) + open(missing.size() - 1)));
        words.setTooltip(new Tooltip(String.join("\n", missing.stream().limit(12).toList())));
        HBox line = new HBox(8, Icons.sized("fth-help-circle", 14), words);
        line.setId("collect");
        line.getStyleClass().add("pl-collect");
        return line;
    }

    private static String open(int more) {
        return switch (more) {
            case 0 -> "";
            case 1 -> " 1 more point is open.";
            default -> " " + more + " more points are open.";
        };
    }

    private static Node gaps(ResidualGaps gaps) {
        HBox head = new HBox(8, Words.cardTitle("Residual gaps"), Icons.sized("fth-lock", 13), Words.meta("part of every sign-off, cannot be removed"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, head, Words.wrapped(Words.body(ResidualGaps.STATEMENT + " What it could not see:")));
        for (ResidualGap gap : gaps.gaps()) {
            Label title = Words.wrapped(Words.strong(gap.title()));
            title.setMinWidth(150);
            Label finding = Words.wrapped(Words.body(gap.finding()));
            HBox.setHgrow(finding, Priority.ALWAYS);
            finding.setMaxWidth(Double.MAX_VALUE);
            Label note = Words.meta(gap.note());
            note.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(10, title, finding, note);
            line.getStyleClass().add("pl-gap");
            box.getChildren().add(line);
        }
        box.setId("residual-gaps");
        box.getStyleClass().add("pl-gaps");
        return box;
    }

    private static String limit(Policy policy, String key) {
        return io.plumbline.evaluation.Words.limit(policy.exact(key));
    }
}
