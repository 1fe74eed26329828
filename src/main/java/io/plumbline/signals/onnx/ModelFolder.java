package io.plumbline.signals.onnx;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A folder with a BERT-like model: {@code model.onnx}, its {@code vocab.txt}, and ONNX Runtime's jar. What is missing or doesn't fit is said
 * when it is opened. Safe for several threads.
 *
 * @param name    of the folder
 * @param hash    SHA-256 of the model, so that another file never passes for the same ruler
 * @param pieces  its vocabulary
 * @param session the opened model
 */
public record ModelFolder(String name, String hash, WordPieceTokens pieces, OnnxRuntime.Session session) {

    private static final String MODEL = "model.onnx";
    private static final String VOCABULARY = "vocab.txt";
    private static final int SHORT_HASH = 12;
    private static final Set<String> KNOWN = Set.of("input_ids", "attention_mask", "token_type_ids");

    public static ModelFolder open(Path folder) {
        Path model = folder.resolve(MODEL);
        if (!Files.isRegularFile(model)) {
            throw new InputException("There is no " + MODEL + " in " + folder + ". Choose the folder that holds the model, its " + VOCABULARY + " and onnxruntime.jar.");
        }
        WordPieceTokens pieces = WordPieceTokens.read(folder.resolve(VOCABULARY));
        ModelFolder opened = new ModelFolder(folder.toAbsolutePath().normalize().getFileName().toString(), hash(model), pieces,
            OnnxRuntime.beside(folder).open(model));
        for (Object input : opened.session.inputs()) {
            if (!KNOWN.contains(input)) {
                throw new InputException("The model wants an input named “" + input + "”. Only input_ids, attention_mask and token_type_ids can be given.");
            }
        }
        return opened;
    }

    /** As versions of flags and scores have it. */
    public String nameAndHash() {
        return name + " " + hash.substring(0, SHORT_HASH);
    }

    /** What the model is given for these pieces. */
    public Map<String, long[]> inputs(long[] ids) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, long[]> values = new LinkedHashMap<>();
        put(values, "input_ids", ids);
        put(values, "attention_mask", ones);
        put(values, "token_type_ids", new long[ids.length]);
        return values;
    }

    private void put(Map<String, long[]> values, String input, long[] value) {
        if (session.inputs().contains(input)) {
            values.put(input, value);
        }
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
