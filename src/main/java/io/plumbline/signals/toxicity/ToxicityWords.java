package io.plumbline.signals.toxicity;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.SentenceCut;
import io.plumbline.signals.scan.TextScan;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The built-in model of words: logistic regression over hashed words, pairs of words and word ends, trained on what users said to two
 * English chat bots (ConvAbuse, CC-BY-4.0). A text scores as its most toxic sentence does. It knows words, not meaning; what it can and
 * can't do stands in its card, {@code toxicity-model.md}. Only a log without a score of its own is measured by it.
 */
public final class ToxicityWords implements ToxicityModel {

    public static final String NAME = "toxicity words";
    public static final String VERSION = "toxicity-words 1.0";

    private static final String RESOURCE = "toxicity-words-1.0.bin";
    private static final int MAGIC = 0x504C5457;
    /** Sentences without a full stop would dilute what is in them. */
    private static final int LONGEST_SENTENCE = 40;

    private final byte[] weights;
    private final float unit;
    private final float bias;
    private final float slope;
    private final float offset;

    ToxicityWords(byte[] weights, float unit, float bias, float slope, float offset) {
        this.weights = weights.clone();
        this.unit = unit;
        this.bias = bias;
        this.slope = slope;
        this.offset = offset;
    }

    /** The model that comes with the program. */
    public static ToxicityWords builtIn() {
        try (DataInputStream in = new DataInputStream(ToxicityWords.class.getResourceAsStream("/io/plumbline/signals/" + RESOURCE))) {
            if (in.readInt() != MAGIC || in.readInt() != WordFeatures.BITS) {
                throw new IllegalStateException(RESOURCE + " is not a model of this version");
            }
            float unit = in.readFloat();
            float bias = in.readFloat();
            float slope = in.readFloat();
            float offset = in.readFloat();
            return new ToxicityWords(in.readNBytes(1 << WordFeatures.BITS), unit, bias, slope, offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #builtIn} reads. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(WordFeatures.BITS);
        out.writeFloat(unit);
        out.writeFloat(bias);
        out.writeFloat(slope);
        out.writeFloat(offset);
        out.write(weights);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Reader reader() {
        return new Sentencewise();
    }

    /** Takes the sentence that scores highest; scratch of one thread. */
    private final class Sentencewise implements Reader {

        private final WordFeatures features = new WordFeatures();

        @Override
        public ToxicityReading read(TextScan scan) {
            SentenceCut sentences = scan.sentences();
            double highest = Double.NEGATIVE_INFINITY;
            int first = 0;
            int end = 0;
            for (int sentence = 0; sentence < sentences.count(); sentence++) {
                int last = sentences.endToken(sentence);
                for (int from = sentences.firstToken(sentence); from < last; from += LONGEST_SENTENCE) {
                    int to = Math.min(last, from + LONGEST_SENTENCE);
                    double score = margin(scan, from, to);
                    if (score > highest) {
                        highest = score;
                        first = from;
                        end = to;
                    }
                }
            }
            if (end == 0) {
                return ToxicityReading.NONE;
            }
            return new ToxicityReading(probability(highest), List.of(new TextSpan(scan.start(first), scan.end(end - 1))));
        }

        private double margin(TextScan scan, int firstToken, int endToken) {
            features.read(scan, firstToken, endToken);
            int sum = 0;
            for (int i = 0; i < features.count(); i++) {
                sum += weights[features.place(i)];
            }
            return bias + unit * sum / features.count();
        }
    }

    private double probability(double margin) {
        return 1 / (1 + Math.exp(-(slope * margin + offset)));
    }
}
