package io.plumbline.ui.compare;

import io.plumbline.domain.TextSpan;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text that a model wrote, which may be hostile. While it is shielded its words are not in the scene at all, only bars as wide as they are;
 * when it is shown, characters that are invisible or turn the direction of writing are named in place.
 */
final class ModelText extends StackPane {

    private static final int LONGEST_SHOWN = 6000;
    private static final int BARS = 60;
    private static final double CHARACTER = 6.4;

    private String hidden = "";

    ModelText() {
        setMinWidth(0);
        setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }

    void shield(String text) {
        hidden = text;
        showBars();
    }

    void show(String text, List<TextSpan> evidence) {
        hidden = "";
        showWords(text, evidence);
    }

    void clear() {
        hidden = "";
        getChildren().clear();
        setAccessibleText("");
    }

    boolean isOpen() {
        return !getChildren().isEmpty() && getChildren().get(0) instanceof TextFlow;
    }

    void open(boolean shown) {
        if (shown) {
            showWords(hidden, List.of());
        } else {
            showBars();
        }
    }

    private void showBars() {
        FlowPane bars = new FlowPane(8, 9);
        bars.getStyleClass().add("pl-shield-bars");
        String[] words = hidden.strip().split("\\s+");
        for (int i = 0; i < Math.min(words.length, BARS); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("pl-shield-bar");
            double width = Math.max(14, Math.min(90, words[i].length() * CHARACTER));
            bar.setMinSize(width, 9);
            bar.setPrefSize(width, 9);
            bars.getChildren().add(bar);
        }
        bars.setPrefWrapLength(240);
        getChildren().setAll(bars);
        setAccessibleText("shielded, " + hidden.length() + " characters, hold R to reveal");
    }

    private void showWords(String text, List<TextSpan> evidence) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("pl-model-text");
        int at = 0;
        int end = Math.min(text.length(), LONGEST_SHOWN);
        for (TextSpan span : evidence) {
            if (span.start() >= at && span.end() <= end) {
                addPlain(flow, text.substring(at, span.start()));
                Label mark = new Label(Visible.text(text.substring(span.start(), span.end())));
                mark.getStyleClass().add("pl-evidence");
                mark.setWrapText(true);
                flow.getChildren().add(mark);
                at = span.end();
            }
        }
        addPlain(flow, text.substring(at, end));
        if (end < text.length()) {
            addPlain(flow, " … (" + (text.length() - end) + " more characters)");
        }
        getChildren().setAll(flow);
        setAccessibleText(Visible.text(text.substring(0, end)));
    }

    private static void addPlain(TextFlow flow, String words) {
        if (!words.isEmpty()) {
            Text node = new Text(Visible.text(words));
            node.getStyleClass().add("pl-plain");
            flow.getChildren().add(node);
        }
    }

    /** Makes characters visible that a person would not see. */
    private static final class Visible {
        static String text(String words) {
            StringBuilder shown = new StringBuilder(words.length());
            words.codePoints().forEach(point -> {
                int type = Character.getType(point);
                boolean unseen = type == Character.FORMAT || type == Character.CONTROL && point != '\n' && point != '\t'
                    || type == Character.PRIVATE_USE || type == Character.SURROGATE;
                if (unseen) {
                    shown.append("⟦U+").append(String.format(java.util.Locale.ROOT, "%04X", point)).append('⟧');
                } else {
                    shown.appendCodePoint(point);
                }
            });
            return shown.toString();
        }
    }
}
