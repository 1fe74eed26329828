package io.plumbline.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Loads IBM Plex before the theme asks for it. JavaFX finds weights by family name: "IBM Plex Sans Medium", "IBM Plex Sans SemiBold". */
public final class Fonts {

    private static final List<String> FILES = List.of("IBMPlexSans_400Regular.ttf", "IBMPlexSans_500Medium.ttf",
        "IBMPlexSans_600SemiBold.ttf", "IBMPlexMono_400Regular.ttf", "IBMPlexMono_500Medium.ttf");

    private Fonts() {
    }

    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/io/plumbline/fonts/" + file)) {
                if (Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The font " + file + " is damaged.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
