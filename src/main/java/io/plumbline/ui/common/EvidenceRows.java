package io.plumbline.ui.common;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Makes a row of a flag or signal one that can be chosen, by click or by Space, where it has words to single out. */
public final class EvidenceRows {

    /** So that its words stand in line with those of rows that can not be chosen. */
    private static final Insets OUTDENT = new Insets(-3, -6, -3, -9);

    private final EvidenceChoice choice;
    private final Map<String, EvidenceRow> rows = new LinkedHashMap<>();

    public EvidenceRows(EvidenceChoice choice, Subscriptions subscriptions) {
        this.choice = choice;
        subscriptions.listen(choice.singled(), (value, was, is) -> mark());
    }

    /** Forgets the rows of the record before. */
    public void clear() {
        rows.clear();
    }

    /** The row as it is where it points at no words, else one that can be chosen. */
    public Node row(String key, String spoken, Node content) {
        if (!choice.canSingleOut(key)) {
            return content;
        }
        EvidenceRow row = new EvidenceRow(content, spoken, () -> choice.toggle(key));
        row.setId("evidence-" + key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        VBox.setMargin(row, OUTDENT);
        rows.put(key, row);
        return row;
    }

    private void mark() {
        rows.forEach((key, row) -> {
            if (choice.singled().get().filter(now -> now.key().equals(key)).isPresent()) {
                row.select();
            } else {
                row.release();
            }
        });
    }
}
