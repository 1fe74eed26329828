package io.plumbline.signals.onnx;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Joins labelled words to names. A word that continues where nothing began begins. */
final class NameSpans {

    private static final int NONE = -1;

    private final NameLabels labels;
    private final List<TextSpan> found = new ArrayList<>();
    private int start = NONE;
    private int end;
    private int lastWord;

    NameSpans(NameLabels labels) {
        this.labels = labels;
    }

    /** The next word with the scores of its first piece. */
    void add(Piece piece, float[] scores) {
        NameLabels.Place place = labels.of(scores);
        boolean continues = start != NONE && lastWord + 1 == piece.word() && (place == NameLabels.Place.CONTINUES || place == NameLabels.Place.ENDS);
        if (!continues) {
            close();
        }
        if (place == NameLabels.Place.OUTSIDE) {
            return;
        }
        start = continues ? start : piece.start();
        end = piece.end();
        lastWord = piece.word();
        if (place == NameLabels.Place.ENDS || place == NameLabels.Place.ALONE) {
            close();
        }
    }

    private void close() {
        if (start != NONE) {
            found.add(new TextSpan(start, end));
            start = NONE;
        }
    }

    List<TextSpan> found() {
        close();
        return found;
    }
}
