package io.plumbline.signals.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.domain.InputException;
import io.plumbline.signals.onnx.WordPieceTokens;
import io.plumbline.signals.scan.TextScan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model made here byte by byte: it adds up a weight for each word piece. The tests that run it need ONNX Runtime: {@code mvn -Ponnx}, or
 * the path of its jar in the system property {@code plumbline.onnxruntime}; without it they are skipped.
 */
class OnnxToxicityTest {

    private static final List<String> PIECES = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "you", "stupid", "##ly", "cat", ".");
    private static final float[] WEIGHTS = {0, 0.25f, -2, 0, 0, 4, 1, -1, 0};

    @TempDir
    Path folder;

    @Test
    void aTextIsCutIntoTheLongestPieces() throws IOException {
        vocabulary();
        WordPieceTokens pieces = WordPieceTokens.read(folder.resolve("vocab.txt"));
        assertThat(pieces.of("You STUPIDLY cat. Zebra", 20)).containsExactly(2, 4, 5, 6, 7, 8, 1, 3);
        assertThat(pieces.of("you you you you", 4)).containsExactly(2, 4, 4, 3);
        assertThat(pieces.of("", 4)).containsExactly(2, 3);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("no model.onnx");
        Files.write(folder.resolve("model.onnx"), model());
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("vocab.txt");
        Files.writeString(folder.resolve("vocab.txt"), "[UNK]\n");
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("[CLS]");
    }

    @Test
    void aModelScoresByItsPieces() throws IOException {
        runtime();
        vocabulary();
        Files.write(folder.resolve("model.onnx"), model());
        ToxicityModel model = OnnxToxicity.in(folder);
        assertThat(score(model, "You stupid cat.")).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
        assertThat(score(model, "cat")).isCloseTo(1 / (1 + Math.exp(3)), within(1e-6));
        assertThat(score(model, "")).isNaN();
        assertThat(model.version()).startsWith("toxicity-onnx " + folder.getFileName() + " ");
    }

    @Test
    void aFileThatIsNoModelIsSaidSo() throws IOException {
        runtime();
        vocabulary();
        Files.writeString(folder.resolve("model.onnx"), "not a model");
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("can't be opened");
    }

    private static double score(ToxicityModel model, String text) {
        return model.reader().read(new TextScan().scan(text)).score();
    }

    private void vocabulary() throws IOException {
        Files.write(folder.resolve("vocab.txt"), PIECES);
    }

    private void runtime() throws IOException {
        String jar = System.getProperty("plumbline.onnxruntime", "");
        if (!jar.isEmpty()) {
            Files.createSymbolicLink(folder.resolve("onnxruntime.jar"), Path.of(jar));
            return;
        }
        boolean there = OnnxToxicityTest.class.getClassLoader().getResource("ai/onnxruntime/OrtEnvironment.class") != null;
        assumeTrue(there, "ONNX Runtime is not on the class path");
    }

    /** Gather the weight of each id, add them up: {@code ReduceSum(Gather(weights, input_ids), axes=[1])}. Field numbers of onnx.proto. */
    private static byte[] model() {
        byte[] gather = message(text(1, "weights"), text(1, "input_ids"), text(2, "gathered"), text(4, "Gather"));
        byte[] axes = message(text(1, "axes"), number(8, 1), number(20, 7));
        byte[] sum = message(text(1, "gathered"), text(2, "logits"), text(4, "ReduceSum"), nested(5, axes));
        ByteBuffer weights = ByteBuffer.allocate(WEIGHTS.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float weight : WEIGHTS) {
            weights.putFloat(weight);
        }
        byte[] table = message(number(1, WEIGHTS.length), number(2, 1), text(8, "weights"), nested(9, weights.array()));
        byte[] graph = message(nested(1, gather), nested(1, sum), text(2, "sum"), nested(5, table), nested(11, value("input_ids", 7, "n")),
            nested(12, value("logits", 1, "k")));
        return message(number(1, 7), nested(7, graph), nested(8, message(text(1, ""), number(2, 11))));
    }

    /** A tensor of the shape [1, size]. */
    private static byte[] value(String name, int type, String size) {
        byte[] shape = message(nested(1, message(number(1, 1))), nested(1, message(text(2, size))));
        return message(text(1, name), nested(2, message(nested(1, message(number(1, type), nested(2, shape))))));
    }

    private static byte[] number(int field, long value) {
        return message(varint((long) field << 3), varint(value));
    }

    private static byte[] text(int field, String text) {
        return nested(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] nested(int field, byte[] content) {
        return message(varint((long) field << 3 | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 127) {
            bytes.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] message(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
