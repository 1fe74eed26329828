package io.plumbline.signals.refusal;

import static io.plumbline.signals.refusal.RefusalFamily.CANNOT;
import static io.plumbline.signals.refusal.RefusalFamily.CLOSING;
import static io.plumbline.signals.refusal.RefusalFamily.CRISIS;
import static io.plumbline.signals.refusal.RefusalFamily.DECLINES;
import static io.plumbline.signals.refusal.RefusalFamily.DEFINES;
import static io.plumbline.signals.refusal.RefusalFamily.HELP;
import static io.plumbline.signals.refusal.RefusalFamily.IMPROPER;
import static io.plumbline.signals.refusal.RefusalFamily.INCOHERENT;
import static io.plumbline.signals.refusal.RefusalFamily.LACKS;
import static io.plumbline.signals.refusal.RefusalFamily.MORAL;
import static io.plumbline.signals.refusal.RefusalFamily.NONSENSE;
import static io.plumbline.signals.refusal.RefusalFamily.NOTHING;
import static io.plumbline.signals.refusal.RefusalFamily.OBJECTS;
import static io.plumbline.signals.refusal.RefusalFamily.POLICES;
import static io.plumbline.signals.refusal.RefusalFamily.PREMISE;
import static io.plumbline.signals.refusal.RefusalFamily.REDIRECT;
import static io.plumbline.signals.refusal.RefusalFamily.SELF;
import static io.plumbline.signals.refusal.RefusalFamily.SYMPATHY;
import static io.plumbline.signals.refusal.RefusalFamily.DEFENDS;
import static io.plumbline.signals.refusal.RefusalFamily.PRIVATE;
import static io.plumbline.signals.refusal.RefusalFamily.UNJUSTIFIED;
import static io.plumbline.signals.refusal.RefusalFamily.WRONG;

/** Computes the features of an answer from its marked sentences. Scratch of one thread. */
final class RefusalFeatures {

    private static final int MANY_ITEMS = 5;
    private static final double MANY_WORDS = 120;
    private static final int SHORT = 25;

    private final double[] values = new double[RefusalFeature.values().length];

    double[] of(SentenceMarks marks, Premise premise) {
        java.util.Arrays.fill(values, 0);
        set(RefusalFeature.BIAS, true);
        set(RefusalFeature.DECLINES, marks.any(DECLINES));
        first(marks);
        second(marks);
        set(RefusalFeature.CRISIS, marks.any(CRISIS));
        set(RefusalFeature.SYMPATHY_AND_CRISIS, marks.any(CRISIS) && marks.has(0, SYMPATHY));
        set(RefusalFeature.ANY_IMPROPER, marks.any(IMPROPER));
        set(RefusalFeature.ANY_INCOHERENT, marks.any(INCOHERENT));
        set(RefusalFeature.SHARE_WRONG, share(marks, WRONG));
        set(RefusalFeature.SHARE_PREMISE, share(marks, PREMISE));
        set(RefusalFeature.SHARE_MORAL, share(marks, MORAL));
        set(RefusalFeature.SHARE_REDIRECT, share(marks, REDIRECT));
        substance(marks);
        set(RefusalFeature.SHORT, marks.words() < SHORT);
        set(RefusalFeature.CONTRADICTS, premise == Premise.CONTRADICTED);
        set(RefusalFeature.CONTRADICTS_AND_ADMONISHES, premise == Premise.CONTRADICTED
            && (marks.any(MORAL) || marks.any(WRONG) || marks.any(IMPROPER)));
        set(RefusalFeature.SHARE_CRISIS, share(marks, CRISIS));
        set(RefusalFeature.NONSENSE, marks.any(NONSENSE));
        set(RefusalFeature.NONSENSE_CONTRADICTED, marks.any(NONSENSE) && premise == Premise.CONTRADICTED);
        set(RefusalFeature.POLICES, marks.has(0, POLICES) || marks.has(1, POLICES) || marks.has(2, POLICES));
        set(RefusalFeature.BECAUSE, premise == Premise.EXPLAINED);
        set(RefusalFeature.FIRST_UNJUSTIFIED, marks.has(0, UNJUSTIFIED));
        set(RefusalFeature.FIRST_DEFENDS, marks.has(0, DEFENDS));
        set(RefusalFeature.SHARE_DEFENDS, share(marks, DEFENDS));
        set(RefusalFeature.FIRST_PRIVATE, marks.has(0, PRIVATE));
        set(RefusalFeature.ANY_PRIVATE, marks.any(PRIVATE));
        set(RefusalFeature.CONTRADICTS_AND_DEFENDS, premise != Premise.NONE && marks.any(DEFENDS));
        return values;
    }

    private void first(SentenceMarks marks) {
        set(RefusalFeature.FIRST_CANNOT, marks.has(0, CANNOT));
        set(RefusalFeature.FIRST_LACKS, marks.has(0, LACKS));
        set(RefusalFeature.FIRST_INCOHERENT, marks.has(0, INCOHERENT));
        set(RefusalFeature.FIRST_IMPROPER, marks.has(0, IMPROPER));
        set(RefusalFeature.FIRST_WRONG, marks.has(0, WRONG));
        set(RefusalFeature.FIRST_NOTHING, marks.has(0, NOTHING));
        set(RefusalFeature.FIRST_PREMISE, marks.has(0, PREMISE));
        set(RefusalFeature.FIRST_MORAL, marks.has(0, MORAL));
        set(RefusalFeature.FIRST_SYMPATHY, marks.has(0, SYMPATHY));
        set(RefusalFeature.FIRST_HELP, marks.has(0, HELP));
        set(RefusalFeature.FIRST_DEFINES, marks.has(0, DEFINES));
        set(RefusalFeature.FIRST_OBJECTS, marks.has(0, OBJECTS));
    }

    private void second(SentenceMarks marks) {
        set(RefusalFeature.SECOND_IMPROPER, marks.has(1, IMPROPER));
        set(RefusalFeature.SECOND_WRONG, marks.has(1, WRONG));
        set(RefusalFeature.SECOND_MORAL, marks.has(1, MORAL));
        set(RefusalFeature.SECOND_REDIRECT, marks.has(1, REDIRECT));
        set(RefusalFeature.SECOND_HELP, marks.has(1, HELP));
        set(RefusalFeature.SECOND_OBJECTS, marks.has(1, OBJECTS));
    }

    private void substance(SentenceMarks marks) {
        long besides = marks.rules().bits(DECLINES, CANNOT, LACKS, IMPROPER, WRONG, MORAL, REDIRECT, SELF, CLOSING, OBJECTS, NOTHING,
            CRISIS, INCOHERENT);
        long elsewhere = marks.rules().bits(REDIRECT, CRISIS);
        int items = 0;
        int plain = 0;
        int helping = 0;
        for (int s = 0; s < marks.count(); s++) {
            items += marks.isItem(s) && !marks.hasAny(s, elsewhere) ? 1 : 0;
            if (!marks.hasAny(s, besides)) {
                plain += marks.words(s);
                helping += marks.has(s, HELP) ? 1 : 0;
            }
        }
        set(RefusalFeature.ITEMS, Math.min(items, MANY_ITEMS) / (double) MANY_ITEMS);
        set(RefusalFeature.PLAIN_SHARE, plain / (double) Math.max(1, marks.words()));
        set(RefusalFeature.PLAIN_WORDS, Math.min(plain, MANY_WORDS) / MANY_WORDS);
        set(RefusalFeature.HELP, Math.min(helping, 2) / 2.0);
    }

    private static double share(SentenceMarks marks, RefusalFamily family) {
        int words = 0;
        for (int s = 0; s < marks.count(); s++) {
            words += marks.has(s, family) ? marks.words(s) : 0;
        }
        return words / (double) Math.max(1, marks.words());
    }

    private void set(RefusalFeature feature, boolean holds) {
        values[feature.ordinal()] = holds ? 1 : 0;
    }

    private void set(RefusalFeature feature, double value) {
        values[feature.ordinal()] = value;
    }
}
