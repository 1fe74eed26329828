package io.plumbline.signals.refusal;

import io.plumbline.signals.phrases.PhraseBook;
import io.plumbline.signals.phrases.PhraseTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rule tables of all languages and the weights; each is read when it is first asked for and shared by all threads. */
public final class RefusalTables {

    /** Languages with a table, by ISO 639-1 code. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "zh", "ja");

    private final Map<String, RefusalRules> rules = new ConcurrentHashMap<>();
    private final RefusalWeights weights = RefusalWeights.ofResource();
    private final PhraseBook premises = PremiseReader.book();

    /** A reader for one thread. */
    public RefusalReader reader() {
        return new RefusalReader(this);
    }

    Optional<RefusalRules> of(String language) {
        RefusalRules known = rules.get(language);
        if (known == null && LANGUAGES.contains(language)) {
            known = rules.computeIfAbsent(language, l -> new RefusalRules(PhraseTable.ofResource("refusal-" + l + ".txt")));
        }
        return Optional.ofNullable(known);
    }

    RefusalWeights weights() {
        return weights;
    }

    PhraseBook premises() {
        return premises;
    }
}
