package io.plumbline.ui.common;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.sensitive.MaskedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A text that stays shielded until a person opens it. While it is shielded its words are neither in the scene graph nor in the accessible
 * text; bars stand in their place, and only the evidence a detector marked stays readable. A text that needs no shield is shown with what
 * is sensitive in it covered up; opening shows that too. Whoever opens it logs that.
 */
public final class ShieldedText extends StackPane {

    private static final int MOST_BARS = 150;
    /** More characters than so many bars can stand for. */
    private static final int LONGEST = 4000;
    /** Evidence is a few words; whatever marks more does not get an answer past the shield. */
    private static final int LONGEST_EVIDENCE = 60;
    private static final double CHARACTER = 8.2;
    private static final double BAR = 12;
    private static final String EVIDENCE = "pl-hostile-evidence";
    private static final String MARKED_BAR = "pl-shield-marked";
    private static final PseudoClass SINGLED_OUT = PseudoClass.getPseudoClass("singled-out");

    private final HostileText words = new HostileText();
    private final FlowPane bars = new FlowPane(9, 17);
    private String text = "";
    private List<TextSpan> evidence = List.of();
    private List<TextSpan> highlighted = List.of();
    private List<TextSpan> names = List.of();
    private boolean shielded;
    private int covered;
    private boolean open;
    private Emphasis emphasis = Emphasis.HIGHLIGHTED;

    public ShieldedText() {
        setAlignment(Pos.TOP_LEFT);
        setMinWidth(0);
        bars.setMinWidth(0);
        bars.getStyleClass().add("pl-bars");
        getStyleClass().add("pl-shielded");
    }

    /** How evidence stands out from the next text on. */
    public void emphasise(Emphasis how) {
        emphasis = how;
        words.emphasise(how);
        bars.pseudoClassStateChanged(SINGLED_OUT, how == Emphasis.SINGLED_OUT);
    }

    /** Where the first evidence stands, in words or behind its bar; empty where there is none. */
    public Optional<Node> firstEvidence() {
        return getChildren().contains(words) ? words.firstEvidence()
            : bars.getChildren().stream().filter(node -> node.getStyleClass().contains(EVIDENCE) || node.getStyleClass().contains(MARKED_BAR)).findFirst();
    }

    /** Where a model found names of persons in the next text; they are covered up as what the rules find is. */
    public void cover(List<TextSpan> found) {
        names = found;
    }

    /** Takes a text and shields it. */
    public void shield(String hostile, List<TextSpan> spans) {
        shield(hostile, spans, spans);
    }

    /**
     * Takes a text and shields it.
     *
     * @param readable stretches that stay readable behind the shield
     * @param marked   stretches that are highlighted once the text is open
     */
    public void shield(String hostile, List<TextSpan> readable, List<TextSpan> marked) {
        text = hostile;
        evidence = readable;
        highlighted = marked;
        shielded = true;
        covered = 0;
        showBars();
    }

    /** Takes a text that needs no shield. */
    public void show(String hostile, List<TextSpan> spans) {
        text = hostile;
        evidence = spans;
        highlighted = spans;
        shielded = false;
        showMasked();
    }

    public void clear() {
        show("", List.of());
    }

    /** Whether there is a shield at all. */
    public boolean isShielded() {
        return shielded;
    }

    /** How many sensitive pieces are covered up in a text without a shield. */
    public int covered() {
        return covered;
    }

    /** Whether a person has to open the text to read all of it. */
    public boolean hidesWords() {
        return shielded || covered > 0;
    }

    /** Whether every word can be read now. */
    public boolean isOpen() {
        return open || !hidesWords();
    }

    /** Swaps the words in as they are, until {@link #shut}. */
    public void open() {
        if (!isOpen()) {
            open = true;
            words.reveal(text, highlighted);
            showWords();
        }
    }

    /** Puts the bars or the covers back, where there are any. */
    public void shut() {
        if (open && shielded) {
            showBars();
        } else if (open) {
            showMasked();
        }
    }

    private void showMasked() {
        open = false;
        covered = words.show(text, highlighted, names);
        showWords();
    }

    private void showWords() {
        getChildren().setAll(words);
        setAccessibleText(words.getAccessibleText());
    }

    private void showBars() {
        open = false;
        words.clear();
        bars.getChildren().clear();
        boolean single = emphasis == Emphasis.SINGLED_OUT;
        List<TextSpan> wanted = single ? highlighted : evidence;
        int from = single ? Stretch.beginning(text, wanted, LONGEST) : 0;
        Stretch shown = Stretch.of(text, wanted, from, LONGEST);
        MaskedText masked = MaskedText.of(shown.text(), shown.evidence(), Stretch.of(text, names, from, LONGEST).evidence());
        boolean mayBeRead = !evidence.isEmpty() || !single;
        for (VisibleCharacters.Piece piece : VisibleCharacters.cut(masked.text(), masked.evidence())) {
            boolean marked = piece.kind() == VisibleCharacters.Kind.EVIDENCE;
            if (marked && mayBeRead) {
                bars.getChildren().add(readable(piece.text()));
            } else if (piece.kind() == VisibleCharacters.Kind.TAG) {
                Label tag = new Label(piece.text());
                tag.getStyleClass().add("pl-hostile-tag");
                bars.getChildren().add(tag);
            } else if (!piece.text().isBlank()) {
                int room = Math.max(marked ? 1 : 0, MOST_BARS - bars.getChildren().size());
                Stream.of(piece.text().strip().split("\\s+")).limit(room).map(word -> bar(word, marked ? MARKED_BAR : "pl-shield"))
                    .forEach(bars.getChildren()::add);
            }
        }
        getChildren().setAll(bars);
        setAccessibleText("shielded, " + Figures.count(text.length()) + " characters, hold R to reveal");
    }

    private static Region bar(String word, String style) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        double width = Math.max(14, Math.min(90, word.length() * CHARACTER));
        bar.setMinSize(width, BAR);
        bar.setPrefSize(width, BAR);
        bar.setMaxSize(width, BAR);
        return bar;
    }

    private static Label readable(String words) {
        Label label = new Label(words.length() <= LONGEST_EVIDENCE ? words : words.substring(0, LONGEST_EVIDENCE) + "…");
        label.getStyleClass().add(EVIDENCE);
        return label;
    }
}
