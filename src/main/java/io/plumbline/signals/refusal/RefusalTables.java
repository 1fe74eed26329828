package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule tables of all languages and the weights; read once, shared by all threads. Immutable. */
public final class RefusalTables {

    /** Languages with a table, by ISO 639-1 code. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "zh", "ja");

    private final Map<String, RefusalRules> rules = new HashMap<>();
    private final RefusalWeights weights = RefusalWeights.ofResource();
    private final PhraseBook premises = PremiseReader.book();

    public RefusalTables() {
        for (String language : LANGUAGES) {
            rules.put(language, new RefusalRules(PhraseTable.ofResource("refusal-" + language + ".txt")));
        }
    }

    /** A reader for one thread. */
    public RefusalReader reader() {
        return new RefusalReader(this);
    }

    Optional<RefusalRules> of(String language) {
        return Optional.ofNullable(rules.get(language));
    }

    RefusalWeights weights() {
        return weights;
    }

    PhraseBook premises() {
        return premises;
    }
}
