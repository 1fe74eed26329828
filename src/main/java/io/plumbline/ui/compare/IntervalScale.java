package io.plumbline.ui.compare;

import io.plumbline.domain.Policy;
import io.plumbline.evaluation.PairedChange;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.IntervalBar;
import io.plumbline.ui.common.IntervalBar.Band;
import io.plumbline.ui.common.IntervalBar.Tint;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The common axis of all interval bars of a table: from a total loss to a little above no change, farther where something improved.
 *
 * @param to     right end
 * @param review relative change from which a category asks for review, negative
 * @param block  relative change from which it blocks, negative
 */
record IntervalScale(double to, double review, double block) {

    private static final double FROM = -1.08;

    static IntervalScale of(List<CategoryLine> lines, Policy policy) {
        double highest = lines.stream().filter(line -> line.change().isDefined()).mapToDouble(line -> line.change().interval().upper()).max()
            .orElse(0);
        return new IntervalScale(Math.max(0.12, Math.min(1.08, highest + 0.05)), -policy.number("concern.category.decrease"),
            -policy.number("gate.category.block"));
    }

    IntervalBar bar(PairedChange change) {
        IntervalBar bar = new IntervalBar(FROM, to, List.of(new Band(FROM, block, Tint.ACT), new Band(block, review, Tint.WATCH),
            new Band(review, to, Tint.OK)));
        if (change.isDefined()) {
            bar.show(change.interval().lower(), change.relative(), change.interval().upper());
        } else {
            bar.show(Double.NaN, Double.NaN, Double.NaN);
        }
        return bar;
    }

    /** The axis itself, for the head of the column. */
    Region axis() {
        return new Axis(List.of(-1.0, block, review, 0.0));
    }

    private final class Axis extends Region {
        private final List<Double> ticks;

        Axis(List<Double> ticks) {
            this.ticks = ticks;
            setMinSize(60, 18);
            for (double tick : ticks) {
                Label label = new Label(tick == 0 ? "0" : Figures.decimal(100 * tick, 0) + "%");
                label.getStyleClass().addAll("pl-small", "pl-muted");
                getChildren().add(label);
            }
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < ticks.size(); i++) {
                Label label = (Label) getChildren().get(i);
                double width = label.prefWidth(-1);
                double x = getWidth() * (ticks.get(i) - FROM) / (to - FROM) - width / 2;
                label.resizeRelocate(Math.max(0, Math.min(getWidth() - width, x)), 0, width, getHeight());
            }
        }
    }
}
