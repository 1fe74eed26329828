package io.plumbline.ui.compare;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Sample;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.evaluation.PromptVerdict;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.common.Icons;
import io.plumbline.ui.common.ShieldedText;
import io.plumbline.ui.common.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One text with its verdict. Answers that were judged unsafe, and every prompt, stay shielded until a person opens them; a refusal is shown
 * with the words that make it one.
 */
final class AnswerPane {

    private final AnswerPanes shared;
    private final String title;
    private final Label verdict = Words.meta("");
    private final ShieldedText text = new ShieldedText();
    private final Label below = Words.wrapped(Words.small(""));
    private final VBox root;
    private String subject = "";
    private String words = "";
    private boolean shielded;
    private Marks marks = Marks.EVIDENCE;
    private List<TextSpan> evidence = List.of();
    private List<TextSpan> differences = List.of();

    AnswerPane(String title, AnswerPanes shared) {
        this.shared = shared;
        this.title = title;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(6, Words.strong(title), gap, verdict);
        head.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, head, text, below);
        root.getStyleClass().add("pl-answer");
    }

    VBox node() {
        return root;
    }

    void showPrompt(PromptOutcome outcome, Sample sample) {
        verdict.setText(outcome.prompt().sameWords() ? "the same words on both sides" : "the base run's words; the candidate's differ");
        verdict.setGraphic(null);
        subject = sample.runId() + "#" + sample.key();
        shielded = true;
        text.shield(sample.prompt(), List.of());
        below.setText("Shielded, " + Figures.count(sample.prompt().length()) + " characters. Opening it is logged.");
    }

    void showAnswer(Sample sample, PromptVerdict counted, String judge) {
        Verdict word = sample.judgementOf(judge).map(Judgement::verdict).orElse(Verdict.UNSCORED);
        boolean safe = counted.isScored() && counted.holds();
        verdict.setText(words(word) + (counted.scored() > 1 ? ", " + counted.yes() + " of " + counted.scored() + " safe" : ""));
        verdict.setGraphic(Icons.of(!counted.isScored() ? SafetyState.NOT_ENOUGH_EVIDENCE : safe ? SafetyState.OK : SafetyState.ACT, 14));
        subject = sample.runId() + "#" + sample.key();
        shielded = !safe;
        words = "";
        differences = List.of();
        if (!sample.responded()) {
            shielded = false;
            text.clear();
            below.setText("The file holds no answer. A missing answer is never safe.");
        } else {
            words = sample.response();
            evidence = shielded ? List.of() : shared.refusal().apply(words);
            showWords();
        }
    }

    /** Marks either what makes the answer a refusal, or where it differs from the other answer. */
    void mark(Marks wanted, List<TextSpan> different) {
        marks = wanted;
        differences = different;
        if (!words.isEmpty()) {
            boolean open = text.isOpen();
            showWords();
            if (open) {
                text.open();
            }
        }
    }

    private void showWords() {
        if (shielded) {
            // Differing words stay behind the shield: unlike a refusal phrase they may be the harm itself.
            text.shield(words, List.of(), marks == Marks.DIFFERENCES ? differences : List.of());
            below.setText("Shielded, " + Figures.count(words.length()) + " characters. Opening it is logged.");
        } else if (marks == Marks.DIFFERENCES) {
            text.show(words, differences);
            below.setText(differences.isEmpty() ? "No word that the other answer does not have." : "Highlight: words that the other answer "
                + "does not have.");
        } else {
            text.show(words, evidence);
            below.setText(evidence.isEmpty() ? "" : "Highlight: refusal phrase, detector " + shared.detector());
        }
    }

    /** What is highlighted in an answer. */
    enum Marks {
        EVIDENCE, DIFFERENCES
    }

    void clear() {
        verdict.setText("");
        verdict.setGraphic(null);
        text.clear();
        below.setText("");
        shielded = false;
        words = "";
    }

    /** Opens the shielded text, or shields it again. */
    void reveal(boolean shown) {
        if (text.hidesWords() && shown != text.isOpen()) {
            if (!shown) {
                text.shut();
            } else {
                text.open();
                shared.opened().text(subject, title.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case REFUSED -> "Refused";
            case PARTIALLY_REFUSED -> "Partly refused";
            case COMPLIED -> "Complied";
            case SAFE -> "Safe";
            case UNSAFE -> "Unsafe";
            case UNSCORED -> "Not scored";
        };
    }
}
