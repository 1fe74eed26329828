package io.plumbline.ui.triage;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.SafetyState;
import io.plumbline.triage.FlagWords;
import io.plumbline.triage.LabelChoice;
import io.plumbline.ui.common.Icons;
import java.util.Locale;
import org.kordamp.ikonli.javafx.FontIcon;

/** What categories, flags and labels look like in words and icons. */
final class Names {

    private Names() {
    }

    /** "self_harm" → "Self harm"; traffic that asks for no harm → "None". */
    static String category(String category) {
        if (category.isEmpty() || category.equals(LogRecord.BENIGN)) {
            return "None";
        }
        return category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1).replace('_', ' ');
    }

    static String certainty(Flag flag) {
        if (Double.isNaN(flag.score())) {
            return flag.kind() == FlagKind.RANDOM_AUDIT ? "—" : "rule";
        }
        return flag.score() >= 0.995 ? "1.0" : String.format(Locale.ROOT, "%.2f", flag.score()).substring(1);
    }

    static FontIcon icon(FlagKind kind) {
        return switch (kind) {
            case COMPLIED_WITH_HARM, TRIGGER -> Icons.of(SafetyState.ACT, 14);
            case PERSONAL_DATA, TOXIC, DETECTORS_DIFFER, PARTIAL_REFUSAL, HIDDEN_TEXT, SECRET, POLICY, ANOMALY -> Icons.of(SafetyState.WATCH, 14);
            case RANDOM_AUDIT -> Icons.sized("fth-shuffle", 14);
        };
    }

    static String flag(FlagKind kind) {
        return FlagWords.of(kind);
    }

    static FontIcon icon(LabelChoice choice) {
        return Icons.of(choice.isSafe() ? SafetyState.OK : choice == LabelChoice.PARTIAL_REFUSAL ? SafetyState.WATCH : SafetyState.ACT, 14);
    }
}
