package io.plumbline.ui.common;

import io.plumbline.domain.TextSpan;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A text that stays shielded until a person opens it. While it is shielded its words are neither in the scene graph nor in the accessible
 * text; bars stand in their place. Whoever opens it logs that.
 */
public final class ShieldedText extends StackPane {

    private static final int MOST_BARS = 150;
    private static final double CHARACTER = 8.2;
    private static final double BAR = 12;

    private final HostileText words = new HostileText();
    private final FlowPane bars = new FlowPane(9, 17);
    private String text = "";
    private List<TextSpan> evidence = List.of();
    private boolean shielded;

    public ShieldedText() {
        setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        bars.setMinWidth(0);
        getStyleClass().add("pl-shielded");
    }

    /** Takes a text and shields it. */
    public void shield(String hostile, List<TextSpan> spans) {
        text = hostile;
        evidence = spans;
        shielded = true;
        showBars();
    }

    /** Takes a text that needs no shield. */
    public void show(String hostile, List<TextSpan> spans) {
        text = hostile;
        evidence = spans;
        shielded = false;
        showWords();
    }

    public void clear() {
        show("", List.of());
    }

    /** Whether there is a shield at all. */
    public boolean isShielded() {
        return shielded;
    }

    /** Whether the words can be read now. */
    public boolean isOpen() {
        return getChildren().contains(words);
    }

    /** Swaps the words in, until {@link #shut}. */
    public void open() {
        if (!isOpen()) {
            showWords();
        }
    }

    /** Puts the bars back, where there is a shield. */
    public void shut() {
        if (shielded && isOpen()) {
            showBars();
        }
    }

    private void showWords() {
        words.show(text, evidence);
        getChildren().setAll(words);
        setAccessibleText(words.getAccessibleText());
    }

    private void showBars() {
        words.clear();
        bars.getChildren().clear();
        String[] lengths = text.strip().split("\\s+");
        for (int i = 0; i < Math.min(lengths.length, MOST_BARS); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("pl-shield");
            double width = Math.max(14, Math.min(90, lengths[i].length() * CHARACTER));
            bar.setMinSize(width, BAR);
            bar.setPrefSize(width, BAR);
            bar.setMaxSize(width, BAR);
            bars.getChildren().add(bar);
        }
        getChildren().setAll(bars);
        setAccessibleText("shielded, " + Figures.count(text.length()) + " characters, hold R to reveal");
    }
}
