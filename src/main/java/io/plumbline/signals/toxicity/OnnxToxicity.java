package io.plumbline.signals.toxicity;

import io.plumbline.signals.onnx.ModelFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * A person's own toxicity model: a folder with {@code model.onnx} (a BERT-like classifier), its {@code vocab.txt} and ONNX Runtime's jar.
 * One output is taken through the logistic function, of two the second by softmax, of more the first through the logistic function, as the
 * published classifiers have them. The version is the model's hash, so that another file never passes for the same ruler. Everything runs
 * on this machine.
 */
public final class OnnxToxicity implements ToxicityModel {

    private static final int MOST_PIECES = 256;

    private final ModelFolder model;

    private OnnxToxicity(ModelFolder model) {
        this.model = model;
    }

    /** Opens the model in a folder and runs it once, so that what doesn't fit shows now and not in the middle of an import. */
    public static OnnxToxicity in(Path folder) {
        OnnxToxicity opened = new OnnxToxicity(ModelFolder.open(folder));
        opened.score("a word");
        return opened;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String version() {
        return "toxicity-onnx " + model.nameAndHash();
    }

    @Override
    public Reader reader() {
        return scan -> scan.tokens() == 0 ? ToxicityReading.NONE : new ToxicityReading(score(scan.text()), List.of());
    }

    private double score(String text) {
        float[] output = model.session().run(model.inputs(model.pieces().of(text, MOST_PIECES)));
        return output.length == 2 ? logistic(output[1] - output[0]) : logistic(output[0]);
    }

    private static double logistic(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
