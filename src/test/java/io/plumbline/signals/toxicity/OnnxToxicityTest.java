package io.plumbline.signals.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.domain.InputException;
import io.plumbline.signals.onnx.ModelBytes;
import io.plumbline.signals.onnx.WordPieceTokens;
import io.plumbline.signals.scan.TextScan;
import java.io.IOException;
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
        Files.write(folder.resolve("model.onnx"), ModelBytes.sumOfPieces(WEIGHTS));
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("vocab.txt");
        Files.writeString(folder.resolve("vocab.txt"), "[UNK]\n");
        assertThatThrownBy(() -> OnnxToxicity.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("[CLS]");
    }

    @Test
    void aModelScoresByItsPieces() throws IOException {
        runtime();
        vocabulary();
        Files.write(folder.resolve("model.onnx"), ModelBytes.sumOfPieces(WEIGHTS));
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
}
