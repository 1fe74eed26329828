package io.plumbline.ui.drift;

import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.DriftRequest;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** The row of choices above the charts: category, window, limits, method, and the sensitivity with what it costs in false alarms. */
final class DriftControls extends HBox {

    private static final List<Integer> WINDOWS = List.of(1, 3, 7, 14, 30);
    private static final Duration SLIDER_RESTS = Duration.millis(80);

    private final DriftViewModel model;
    private final ComboBox<String> category;
    private final Label alarms = Words.strong("");
    private final Label points = Words.meta("");
    private boolean filling;

    DriftControls(DriftViewModel model) {
        this.model = model;
        DriftRequest request = model.request();
        category = combo("drift-category", List.of(MetricSeries.ALL), MetricSeries.ALL, CategoryNames::shown, wanted -> {
            if (!filling) {
                model.choose(wanted);
            }
        });
        List<Integer> windows = new ArrayList<>(WINDOWS);
        if (!windows.contains(request.rollingDays())) {
            windows.add(request.rollingDays());
        }
        ComboBox<Integer> window = combo("drift-window", windows, request.rollingDays(), d -> d + " d rolling", d -> model.look(r -> r.rollingOver(d)));
        ComboBox<DriftRequest.LimitMethod> limits = combo("drift-limits", List.of(DriftRequest.LimitMethod.values()), request.limits(),
            DriftRequest.LimitMethod::word, l -> model.look(r -> r.withLimits(l)));
        ComboBox<DriftRequest.ChangeMethod> method = combo("drift-method", List.of(DriftRequest.ChangeMethod.values()), request.method(),
            DriftRequest.ChangeMethod::word, m -> model.look(r -> r.withMethod(m)));
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().addAll(label("Refusal"), category, label("Window"), window, label("Limits"), limits, label("Change points"), method,
            label("Sensitivity"), small("Fewer"), slider(), small("More"), alarms, points);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(alarms.textProperty().concat(" · ").concat(points.textProperty()));
        alarms.setTooltip(whole);
        points.setTooltip(whole);
        alarms.setMinWidth(120);
        points.setMinWidth(40);
    }

    private Slider slider() {
        Slider slider = new Slider(0, 1, Sensitivity.position(model.request().penalty()));
        slider.setId("drift-sensitivity");
        slider.getStyleClass().add("small");
        slider.setPrefWidth(112);
        slider.setMinWidth(80);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("Sensitivity of change points, from fewer to more");
        PauseTransition rest = new PauseTransition(SLIDER_RESTS);
        rest.setOnFinished(e -> model.look(r -> r.withPenalty(Sensitivity.penalty(slider.getValue()))));
        slider.valueProperty().addListener((value, was, is) -> rest.playFromStart());
        return slider;
    }

    void show(DriftReport report) {
        filling = true;
        List<String> names = new ArrayList<>(List.of(MetricSeries.ALL));
        names.addAll(report.categories());
        if (!category.getItems().equals(names)) {
            category.getItems().setAll(names);
        }
        category.setValue(model.category());
        filling = false;
        sentences();
    }

    void sentences() {
        filling = true;
        category.setValue(model.category());
        filling = false;
        alarms.setText(model.alarmSentence());
        points.setText(model.pointsSentence());
    }

    private static Label label(String text) {
        Label label = Words.meta(text);
        label.getStyleClass().add("pl-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label small(String text) {
        Label label = Words.meta(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static <T> ComboBox<T> combo(String id, List<T> items, T chosen, Function<T, String> words, Consumer<T> changed) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.getItems().setAll(items);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        });
        combo.setValue(chosen);
        combo.setMinWidth(Region.USE_PREF_SIZE);
        combo.getStyleClass().add("pl-compact");
        combo.valueProperty().addListener((value, was, is) -> {
            if (is != null) {
                changed.accept(is);
            }
        });
        return combo;
    }
}
