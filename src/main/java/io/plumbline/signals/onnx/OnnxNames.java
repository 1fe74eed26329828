package io.plumbline.signals.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.InputException;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.sensitive.NameModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's own model that labels words: a folder with {@code model.onnx} (exported for token classification), its {@code vocab.txt}, its
 * {@code config.json} with the labels, and ONNX Runtime's jar. Labels that name a person are taken, the others are not. Everything runs on
 * this machine.
 */
public final class OnnxNames implements NameModel {

    private static final String CONFIGURATION = "config.json";
    /** With the two marks 256, which every such model takes; what two windows share is read with words around it. */
    private static final int WINDOW = 254;
    private static final int SHARED = 48;
    private static final int SHORTEST_WINDOW = 2 * SHARED;

    private final ModelFolder model;
    private final NameLabels labels;
    private final int window;

    private OnnxNames(ModelFolder model, NameLabels labels, int window) {
        this.model = model;
        this.labels = labels;
        this.window = window;
    }

    /** Opens the model in a folder and runs it once, so that what doesn't fit shows now and not in the middle of an import. */
    public static OnnxNames in(Path folder) {
        JsonNode configuration = configuration(folder.resolve(CONFIGURATION), folder);
        NameLabels labels = NameLabels.of(configuration.path("id2label"), folder.resolve(CONFIGURATION));
        int longest = configuration.path("max_position_embeddings").asInt(WINDOW + 2) - 2;
        OnnxNames opened = new OnnxNames(ModelFolder.open(folder), labels, Math.max(SHORTEST_WINDOW, Math.min(WINDOW, longest)));
        opened.find("a word");
        return opened;
    }

    private static JsonNode configuration(Path file, Path folder) {
        if (Files.isDirectory(folder) && !Files.isRegularFile(file)) {
            throw new InputException("There is no " + CONFIGURATION + " in " + folder + ". It comes with the model and names its labels (id2label).");
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException("There is no folder " + folder + ". Choose the folder that holds model.onnx, vocab.txt, " + CONFIGURATION
                + " and onnxruntime.jar.");
        }
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new InputException("The file " + file + " is no JSON. Take the one that comes with the model.", e);
        } catch (IOException e) {
            throw new InputException("The file " + file + " can't be read. Check its permissions, and that it is text.", e);
        }
    }

    @Override
    public String version() {
        return "names-onnx " + model.nameAndHash();
    }

    @Override
    public Reader reader() {
        return this::find;
    }

    private List<TextSpan> find(String text) {
        List<Piece> pieces = model.pieces().pieces(text, Integer.MAX_VALUE);
        NameSpans spans = new NameSpans(labels);
        int from = 0;
        int next = 0;
        while (next < pieces.size()) {
            int to = end(pieces, from);
            float[][] scores = scores(pieces.subList(from, to));
            // Of what two windows share, the first reads the first half.
            int upTo = to == pieces.size() ? to : wordAt(pieces, to - SHARED / 2);
            for (int i = next; i < upTo; i++) {
                if (i == 0 || pieces.get(i).word() != pieces.get(i - 1).word()) {
                    spans.add(pieces.get(i), scores[i - from + 1]);
                }
            }
            next = upTo;
            from = to == pieces.size() ? to : wordAt(pieces, to - SHARED);
        }
        return spans.found();
    }

    private int end(List<Piece> pieces, int from) {
        return Math.min(pieces.size(), from + window);
    }

    /** The first piece of the word that a piece is of. A word has at most as many pieces as it has letters, and long ones are one piece. */
    private static int wordAt(List<Piece> pieces, int at) {
        int first = at;
        while (first > 0 && at - first < SHARED / 4 && pieces.get(first - 1).word() == pieces.get(first).word()) {
            first--;
        }
        return first;
    }

    private float[][] scores(List<Piece> pieces) {
        long[] ids = new long[pieces.size() + 2];
        ids[0] = model.pieces().first();
        for (int i = 0; i < pieces.size(); i++) {
            ids[i + 1] = pieces.get(i).number();
        }
        ids[ids.length - 1] = model.pieces().last();
        float[][] scores = model.session().runByPiece(model.inputs(ids));
        if (scores.length != ids.length || scores[0].length != labels.count()) {
            throw new InputException("The model labels " + scores.length + " pieces by " + scores[0].length + " labels where " + ids.length + " pieces and the "
                + labels.count() + " labels of " + CONFIGURATION + " were expected. Take the config.json that comes with the model.");
        }
        return scores;
    }
}
