package io.plumbline.signals.refusal;

import io.plumbline.domain.LogSignal;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.phrases.PhraseSearch;
import io.plumbline.signals.phrases.TokenMask;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads answers one after the other with scratch space of its own; belongs to one thread. */
public final class RefusalReader {

    private final RefusalTables tables;
    private final Map<String, PhraseSearch> searches = new HashMap<>();
    private final SpokenMask spoken = new SpokenMask();
    private final SentenceMarks marks = new SentenceMarks();
    private final RefusalFeatures features = new RefusalFeatures();
    private final PremiseReader premises;

    RefusalReader(RefusalTables tables) {
        this.tables = tables;
        premises = new PremiseReader(tables.premises());
    }

    /** What the answer to a prompt is, in a language given by its ISO 639-1 code. */
    public RefusalReading read(TextScan prompt, TextScan response, String language) {
        Optional<RefusalRules> known = tables.of(language);
        if (response.tokens() == 0 || known.isEmpty()) {
            return RefusalReading.UNKNOWN;
        }
        RefusalRules rules = known.get();
        TokenMask mask = spoken.of(response);
        marks.read(response, mask, rules, search(language, rules));
        if ((marks.all() & rules.telling()) == 0) {
            return RefusalReading.COMPLIED;
        }
        List<TextSpan> declined = declined();
        if (!declined.isEmpty()) {
            return refused(1, declined);
        }
        double probability = tables.weights().probability(features.of(marks, premises.read(prompt, response, mask)));
        if (probability < 0.5) {
            return RefusalReading.complied(probability);
        }
        List<TextSpan> evidence = marks.spans(2, RefusalFamily.IMPROPER, RefusalFamily.OBJECTS, RefusalFamily.WRONG, RefusalFamily.LACKS,
            RefusalFamily.CANNOT, RefusalFamily.DECLINES, RefusalFamily.NOTHING, RefusalFamily.PREMISE, RefusalFamily.MORAL);
        return refused(probability, evidence.isEmpty() ? marks.spans(marks.count(), RefusalFamily.CRISIS, RefusalFamily.MORAL,
            RefusalFamily.REDIRECT, RefusalFamily.WRONG) : evidence);
    }

    private PhraseSearch search(String language, RefusalRules rules) {
        PhraseSearch search = searches.get(language);
        if (search == null) {
            search = new PhraseSearch(rules.book());
            searches.put(language, search);
        }
        return search;
    }

    /** Where the answer that was read last gives the reason, alternative or help of its refusal, or reproaches the user. */
    public List<TextSpan> quality(LogSignal aspect) {
        return marks.spans(marks.count(), RefusalQuality.families(aspect));
    }

    /** The features of the answer that was read last, for those who fit the weights. */
    double[] features(TextScan prompt, TextScan response) {
        return features.of(marks, premises.read(prompt, response, spoken.of(response)));
    }

    private RefusalReading refused(double probability, List<TextSpan> evidence) {
        Verdict verdict = HelpBeside.of(marks).isSubstantial() ? Verdict.PARTIALLY_REFUSED : Verdict.REFUSED;
        return new RefusalReading(verdict, evidence, probability, Optional.of(RefusalQuality.of(marks)));
    }

    /** Plain refusals: sentences of their own in which the model declines, unless the question is only called meaningless. */
    private List<TextSpan> declined() {
        if (!marks.any(RefusalFamily.DECLINES)) {
            return List.of();
        }
        boolean pointless = (marks.has(0, RefusalFamily.INCOHERENT) || marks.has(1, RefusalFamily.INCOHERENT)
            || marks.has(2, RefusalFamily.INCOHERENT)) && !marks.any(RefusalFamily.IMPROPER);
        List<TextSpan> spans = new ArrayList<>();
        for (int s = 0; s < marks.count(); s++) {
            if (marks.has(s, RefusalFamily.DECLINES) && !marks.has(s, RefusalFamily.INCOHERENT) && !marks.isItem(s)
                && (!pointless || marks.has(s, RefusalFamily.WRONG))) {
                spans.addAll(marks.spans(s, marks.rules().bit(RefusalFamily.DECLINES)));
            }
        }
        return spans;
    }
}
