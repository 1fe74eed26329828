package io.plumbline.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.plumbline.store.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** Light or dark, and how large the text is. Remembered in the settings; every scene that is dressed by it follows. */
public final class Look {

    private static final double ROOT_PIXELS = 13;
    private static final double SMALLEST = 0.8;
    private static final double LARGEST = 2.0;
    private static final double STEP = 0.1;
    private static final String THEME_KEY = "look.theme";
    private static final String SCALE_KEY = "look.scale";

    private final Settings settings;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);

    public Look(Settings settings) {
        this.settings = settings;
        settings.get(THEME_KEY).filter("DARK"::equals).ifPresent(dark -> theme.set(Theme.DARK));
        settings.get(SCALE_KEY).map(Look::parse).ifPresent(scale::set);
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /** 1 is 13 px. */
    public ReadOnlyDoubleProperty scale() {
        return scale.getReadOnlyProperty();
    }

    public void choose(Theme wanted) {
        theme.set(wanted);
        settings.put(THEME_KEY, wanted.name());
    }

    public void larger() {
        rescale(scale.get() + STEP);
    }

    public void smaller() {
        rescale(scale.get() - STEP);
    }

    public void usualSize() {
        rescale(1);
    }

    /** Dresses a scene now and whenever the look changes; ends with the returned subscription. */
    public AutoCloseable dress(Scene scene) {
        var listener = new javafx.beans.InvalidationListener() {
            @Override
            public void invalidated(javafx.beans.Observable changed) {
                apply(scene);
            }
        };
        theme.addListener(listener);
        scale.addListener(listener);
        apply(scene);
        return () -> {
            theme.removeListener(listener);
            scale.removeListener(listener);
        };
    }

    private void apply(Scene scene) {
        boolean dark = theme.get() == Theme.DARK;
        scene.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(
            sheet(dark ? "plumbline-dark.css" : "plumbline-light.css"), sheet("plumbline.css"), scaleSheet()));
    }

    private String scaleSheet() {
        String css = String.format(Locale.ROOT, ".root { -fx-font-size: %.2fpx; }", ROOT_PIXELS * scale.get());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private void rescale(double wanted) {
        double rounded = Math.round(Math.max(SMALLEST, Math.min(LARGEST, wanted)) * 10) / 10.0;
        scale.set(rounded);
        settings.put(SCALE_KEY, Double.toString(rounded));
    }

    private static double parse(String text) {
        try {
            return Math.max(SMALLEST, Math.min(LARGEST, Double.parseDouble(text)));
        } catch (NumberFormatException spoilt) {
            return 1;
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/io/plumbline/ui/" + name)).toExternalForm();
    }
}
