package io.plumbline.ui.charts;

import io.plumbline.ui.common.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of charts: the same tokens that the style sheets define, read from there, so that a token is written down once. */
public final class ChartPalette {

    private static final Pattern TOKEN = Pattern.compile("-pl-([a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final Map<String, String> TOPICS = Map.of("topic-1", "#0072b2", "topic-2", "#56b4e9", "topic-3", "#009e73", "topic-4",
        "#e69f00", "topic-5", "#cc79a7", "topic-other", "#8c959f");

    private final Map<Ink, Color> colors = new EnumMap<>(Ink.class);

    private ChartPalette(Map<String, String> tokens) {
        for (Ink ink : Ink.values()) {
            String color = tokens.get(ink.token());
            if (color == null) {
                throw new IllegalStateException("The style sheet has no colour -pl-" + ink.token());
            }
            colors.put(ink, Color.web(color));
        }
    }

    public static ChartPalette of(Theme theme) {
        String file = theme == Theme.DARK ? "/io/plumbline/ui/plumbline-dark.css" : "/io/plumbline/ui/plumbline-light.css";
        Map<String, String> tokens = new HashMap<>(TOPICS);
        try (InputStream in = ChartPalette.class.getResourceAsStream(file)) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChartPalette(tokens);
    }

    public Color color(Ink ink) {
        return colors.get(ink);
    }
}
