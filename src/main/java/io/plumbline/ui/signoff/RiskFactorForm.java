package io.plumbline.ui.signoff;

import io.plumbline.signoff.GateSubject;
import io.plumbline.signoff.HarmForecast;
import io.plumbline.signoff.RiskAssessment;
import io.plumbline.signoff.RiskFactor;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Five factors from 1 to 5, the volume, and what follows from both. Nothing is written before the person records it. */
final class RiskFactorForm {

    /** Receives what is to be recorded. */
    interface Recorder {
        void record(Map<RiskFactor, Integer> levels, String reason, double harmfulRequestsPerDay);
    }

    private final Map<RiskFactor, ToggleGroup> groups = new EnumMap<>(RiskFactor.class);
    private final TextField volume = new TextField();
    private final TextField reason = new TextField();
    private final Label forecast = Words.wrapped(Words.body(""));
    private final Label consequences = Words.wrapped(Words.meta(""));
    private final VBox root = new VBox(6);
    private Optional<Shown> shown = Optional.empty();

    RiskFactorForm(Recorder recorder) {
        for (RiskFactor factor : RiskFactor.values()) {
            root.getChildren().add(line(factor));
        }
        volume.setId("risk-volume");
        volume.setPromptText("harmful requests a day");
        volume.setAccessibleText("Expected requests for harm a day");
        volume.setPrefColumnCount(13);
        volume.setMinWidth(Region.USE_PREF_SIZE);
        reason.setId("risk-reason");
        reason.setPromptText("why");
        reason.setAccessibleText("Reason for these levels");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button record = new Button("Record the factors");
        record.setId("record-factors");
        record.setMinWidth(Region.USE_PREF_SIZE);
        record.setOnAction(e -> recorder.record(levels(), reason.getText(), number(volume.getText())));
        HBox row = new HBox(6, volume, reason);
        row.setAlignment(Pos.CENTER_LEFT);
        consequences.setId("risk-consequences");
        forecast.getStyleClass().add("pl-forecast");
        forecast.setMaxWidth(Double.MAX_VALUE);
        root.getChildren().addAll(row, record, consequences, forecast);
    }

    Node node() {
        return root;
    }

    /** What was typed but not recorded stays, as long as it is the same gate and nobody has recorded anything else. */
    void show(GateSubject gate, RiskAssessment risk, HarmForecast harm, List<String> follows) {
        consequences.setText(follows.isEmpty() ? "No factor is high; nothing more is asked for." : String.join("\n", follows));
        if (!shown.equals(Optional.of(new Shown(gate, risk)))) {
            shown = Optional.of(new Shown(gate, risk));
            fill(risk);
        }
        forecast.setText(harm.isKnown() ? "Forecast: " + Figures.decimal(harm.perDay(), 1) + " harmful requests answered a day ("
            + Figures.decimal(harm.interval().lower(), 1) + "–" + Figures.decimal(harm.interval().upper(), 1) + ")."
            : "Forecast: say how many requests for harm are expected a day.");
    }

    private void fill(RiskAssessment risk) {
        groups.forEach((factor, group) -> group.selectToggle(risk.levels().containsKey(factor)
            ? group.getToggles().get(risk.levels().get(factor) - 1) : null));
        reason.setText(risk.reason());
        volume.setText(Double.isNaN(risk.harmfulRequestsPerDay()) ? "" : plain(risk.harmfulRequestsPerDay()));
    }

    private record Shown(GateSubject gate, RiskAssessment risk) {
    }

    private Node line(RiskFactor factor) {
        ToggleGroup group = new ToggleGroup();
        groups.put(factor, group);
        Label name = Words.body(factor.title());
        name.setMinWidth(64);
        Label mild = Words.small(factor.mild());
        mild.setMinWidth(60);
        mild.setAlignment(Pos.CENTER_RIGHT);
        HBox dots = new HBox(2);
        for (int level = 1; level <= 5; level++) {
            RadioButton dot = new RadioButton();
            dot.setId("risk-" + factor.name() + "-" + level);
            dot.setToggleGroup(group);
            dot.setAccessibleText(factor.title() + " " + level + " of 5, from " + factor.mild() + " to " + factor.severe());
            dots.getChildren().add(dot);
        }
        HBox line = new HBox(8, name, mild, dots, Words.small(factor.severe()));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Map<RiskFactor, Integer> levels() {
        Map<RiskFactor, Integer> levels = new EnumMap<>(RiskFactor.class);
        groups.forEach((factor, group) -> {
            int at = group.getToggles().indexOf(group.getSelectedToggle());
            if (at >= 0) {
                levels.put(factor, at + 1);
            }
        });
        return levels;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
