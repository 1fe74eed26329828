package io.plumbline.signals.toxicity;

import io.plumbline.domain.InputException;
import io.plumbline.signals.scan.TextScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person's own toxicity model: a folder with {@code model.onnx} (a BERT-like classifier), its {@code vocab.txt} and ONNX Runtime's jar.
 * One output is taken through the logistic function, of two the second by softmax, of more the first through the logistic function, as the
 * published classifiers have them. The version is the model's hash, so that another file never passes for the same ruler. Everything runs
 * on this machine.
 */
public final class OnnxToxicity implements ToxicityModel {

    static final String MODEL = "model.onnx";
    static final String VOCABULARY = "vocab.txt";
    private static final int MOST_PIECES = 256;
    private static final Set<String> KNOWN = Set.of("input_ids", "attention_mask", "token_type_ids");

    private final String name;
    private final String hash;
    private final WordPieceTokens pieces;
    private final OnnxRuntime.Session session;

    private OnnxToxicity(String name, String hash, WordPieceTokens pieces, OnnxRuntime.Session session) {
        this.name = name;
        this.hash = hash;
        this.pieces = pieces;
        this.session = session;
    }

    /** Opens the model in a folder and runs it once, so that what doesn't fit shows now and not in the middle of an import. */
    public static OnnxToxicity in(Path folder) {
        Path model = folder.resolve(MODEL);
        if (!Files.isRegularFile(model)) {
            throw new InputException("There is no " + MODEL + " in " + folder + ". Choose the folder that holds the model, its " + VOCABULARY + " and onnxruntime.jar.");
        }
        WordPieceTokens pieces = WordPieceTokens.read(folder.resolve(VOCABULARY));
        OnnxToxicity opened = new OnnxToxicity(folder.toAbsolutePath().normalize().getFileName().toString(), hash(model), pieces, OnnxRuntime.beside(folder).open(model));
        for (Object input : opened.session.inputs()) {
            if (!KNOWN.contains(input)) {
                throw new InputException("The model wants an input named “" + input + "”. Only input_ids, attention_mask and token_type_ids can be given.");
            }
        }
        opened.score("a word");
        return opened;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return "toxicity-onnx " + name + " " + hash.substring(0, 12);
    }

    @Override
    public Reader reader() {
        return scan -> scan.tokens() == 0 ? ToxicityReading.NONE : new ToxicityReading(score(scan), List.of());
    }

    private double score(TextScan scan) {
        return score(scan.text());
    }

    private double score(String text) {
        long[] ids = pieces.of(text, MOST_PIECES);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, long[]> values = new LinkedHashMap<>();
        put(values, "input_ids", ids);
        put(values, "attention_mask", ones);
        put(values, "token_type_ids", new long[ids.length]);
        float[] output = session.run(values);
        return output.length == 2 ? logistic(output[1] - output[0]) : logistic(output[0]);
    }

    private void put(Map<String, long[]> values, String input, long[] value) {
        if (session.inputs().contains(input)) {
            values.put(input, value);
        }
    }

    private static double logistic(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    private static String hash(Path model) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model)));
        } catch (IOException e) {
            throw new InputException("The model " + model + " can't be read. Check the path and its permissions.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
