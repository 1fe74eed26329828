package io.plumbline.ui.common;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.sensitive.MaskedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that a model or its user wrote, shown so that it can't deceive: see {@link VisibleCharacters}. Evidence is highlighted. */
public final class HostileText extends TextFlow {

    /** A screenful many times over; longer texts are cut with a remark, so that one answer can't freeze the window. */
    private static final int LONGEST = 20_000;
    /** A word with the blanks after it, blanks at the beginning, or a line break. */
    private static final Pattern WORD = Pattern.compile("\\n|[^\\s]+[^\\S\\n]*|[^\\S\\n]+");

    private static final String EVIDENCE = "pl-hostile-evidence";
    private static final PseudoClass SINGLED_OUT = PseudoClass.getPseudoClass("singled-out");

    private Emphasis emphasis = Emphasis.HIGHLIGHTED;

    public HostileText() {
        getStyleClass().add("pl-hostile");
    }

    /** How evidence stands out from the next text on. */
    public void emphasise(Emphasis how) {
        emphasis = how;
        pseudoClassStateChanged(SINGLED_OUT, how == Emphasis.SINGLED_OUT);
    }

    /** Shows a text with what is sensitive in it covered up; returns how many pieces are. */
    public int show(String text, List<TextSpan> evidence) {
        return show(text, evidence, List.of());
    }

    /**
     * Covers up names too.
     *
     * @param names where a model found names of persons
     */
    public int show(String text, List<TextSpan> evidence, List<TextSpan> names) {
        MaskedText masked = MaskedText.of(text, evidence, names);
        reveal(masked.text(), masked.evidence());
        return masked.covered();
    }

    /** Shows a text as it is, to a person who asked for it. */
    public void reveal(String text, List<TextSpan> evidence) {
        int from = emphasis == Emphasis.SINGLED_OUT ? Stretch.beginning(text, evidence, LONGEST) : 0;
        Stretch shown = Stretch.of(text, evidence, from, LONGEST);
        getChildren().setAll(VisibleCharacters.cut(shown.text(), shown.evidence()).stream().flatMap(HostileText::nodes).toList());
        if (from > 0) {
            getChildren().add(0, muted(Figures.count(from) + " characters before … "));
        }
        if (shown.after() > 0) {
            getChildren().add(muted(" … and " + Figures.count(shown.after()) + " more characters"));
        }
        setAccessibleText(VisibleCharacters.spoken(shown.text()));
    }

    /** Where the first evidence stands; empty where none is shown. */
    public Optional<Node> firstEvidence() {
        return getChildren().stream().filter(node -> node.getStyleClass().contains(EVIDENCE)).findFirst();
    }

    public void clear() {
        getChildren().clear();
        setAccessibleText("");
    }

    private static Text muted(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("pl-muted");
        return text;
    }

    private static Stream<Node> nodes(VisibleCharacters.Piece piece) {
        return switch (piece.kind()) {
            case PLAIN -> Stream.of(words(piece.text()));
            case EVIDENCE -> WORD.matcher(piece.text()).results().map(word -> highlighted(word.group()));
            case TAG -> Stream.of(marked(piece.text(), "pl-hostile-tag"));
        };
    }

    /** One label a word, since a label does not break across lines; a line break inside evidence stays a line break. */
    private static Node highlighted(String word) {
        return word.equals("\n") ? words(word) : marked(word, EVIDENCE);
    }

    private static Text words(String text) {
        Text words = new Text(text);
        words.getStyleClass().add("pl-plain");
        return words;
    }

    /** A Text has no background in JavaFX, a label has. */
    private static Label marked(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
