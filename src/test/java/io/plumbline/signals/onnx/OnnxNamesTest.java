package io.plumbline.signals.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.signals.SignalPlan;
import io.plumbline.signals.sensitive.MaskedRecord;
import io.plumbline.signals.sensitive.NameModel;
import io.plumbline.store.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A model made here byte by byte labels each word by itself. The tests that run it need ONNX Runtime: {@code mvn -Ponnx}, or the path of its
 * jar in the system property {@code plumbline.onnxruntime}; without it they are skipped.
 */
class OnnxNamesTest {

    private static final List<String> PIECES = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "Ada", "Love", "##lace", "Paris", "met", "in", ".", "Zo\u00EB", "Grace");
    private static final String BIO = "{\"id2label\":{\"0\":\"O\",\"1\":\"B-PER\",\"2\":\"I-PER\",\"3\":\"B-LOC\"}}";
    /** By piece: other, begins a person, continues one, place. */
    private static final int[] LABELS = {0, 0, 0, 0, 1, 2, 0, 3, 0, 0, 0, 1, 1};

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.write(folder.resolve("vocab.txt"), PIECES);
        Files.writeString(folder.resolve("config.json"), BIO);
        Files.write(folder.resolve("model.onnx"), ModelBytes.rowForEachPiece(rows(4), 4));
    }

    @Test
    void wordsOfOneNameAreOneSpanAndPlacesAreNone() throws IOException {
        runtime();
        String text = "Ada Lovelace met Zo\u00EB in Paris.";
        assertThat(words(text, OnnxNames.in(folder))).containsExactly("Ada Lovelace", "Zo\u00EB");
    }

    @Test
    void twoNamesSideBySideAreTwoSpans() throws IOException {
        runtime();
        assertThat(words("Ada Grace Lovelace", OnnxNames.in(folder))).containsExactly("Ada", "Grace Lovelace");
    }

    @Test
    void longTextsAreReadInWindowsAndNoNameIsLostWhereTheyMeet() throws IOException {
        runtime();
        String text = "Ada Lovelace met in Paris. ".repeat(300);
        assertThat(words(text, OnnxNames.in(folder))).hasSize(300).containsOnly("Ada Lovelace");
    }

    @ParameterizedTest
    @CsvSource({"PER,PER", "B_PERSON,I_PERSON", "B-GIVENNAME,I-GIVENNAME", "U-PER,U-PER", "I-PER,I-PER", "S-NAME,E-NAME"})
    void otherWaysToWriteLabelsAreUnderstood(String begins, String continues) throws IOException {
        runtime();
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{\"0\":\"O\",\"1\":\"" + begins + "\",\"2\":\"" + continues + "\",\"3\":\"B-LOC\"}}");
        assertThat(String.join(" ", words("met Ada Lovelace in Paris", OnnxNames.in(folder)))).isEqualTo("Ada Lovelace");
    }

    @Test
    void namesAreFlaggedAndCoveredUpInBothTexts() throws IOException {
        runtime();
        NameModel model = OnnxNames.in(folder);
        LogRecord log = new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", "Who is Ada?", "Ada Lovelace, ada@example.com.", "", -1,
            -1, -1, Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
        MeasuredRecord measured = new RecordMeasurer(SignalPlan.standard().withNames(model)).session(new PolicyReader().defaults(), MeasuringDepth.EVERYTHING)
            .measure(log);
        assertThat(measured.flags()).filteredOn(flag -> flag.detector().equals(NameModel.DETECTOR)).extracting(Flag::kind)
            .containsExactly(FlagKind.PERSONAL_DATA, FlagKind.PERSONAL_DATA);
        assertThat(measured.flags()).extracting(Flag::version).contains(model.version());
        MeasuredRecord masked = MaskedRecord.of(measured);
        assertThat(masked.record().prompt()).isEqualTo("Who is [name]?");
        assertThat(masked.record().response()).isEqualTo("[name], [e-mail address].");
    }

    @Test
    void whatIsMissingOrDoesNotFitIsNamed() throws IOException {
        assertThatThrownBy(() -> OnnxNames.in(folder.resolve("none"))).isInstanceOf(InputException.class).hasMessageContaining("no folder");
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{\"0\":\"O\",\"1\":\"B-LOC\"}}");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("no label for a person").hasMessageContaining("B-LOC");
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{\"0\":\"O\",\"7\":\"B-PER\"}}");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("label number 1");
        Files.writeString(folder.resolve("config.json"), "{}");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("id2label");
        Files.writeString(folder.resolve("config.json"), "not JSON");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("is no JSON");
        Files.write(folder.resolve("config.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class);
        Files.delete(folder.resolve("config.json"));
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("no config.json");
    }

    @Test
    void aModelOfAnotherKindIsSaidToBeOne() throws IOException {
        runtime();
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":[\"O\",\"B-PER\"]}");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("by 4 labels");
        Files.write(folder.resolve("model.onnx"), ModelBytes.sumOfPieces(new float[PIECES.size()]));
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("token classification");
        Files.writeString(folder.resolve("model.onnx"), "not a model");
        assertThatThrownBy(() -> OnnxNames.in(folder)).isInstanceOf(InputException.class).hasMessageContaining("can't be opened");
    }

    private static List<String> words(String text, NameModel model) {
        return model.reader().find(text).stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    private static float[][] rows(int labels) {
        float[][] rows = new float[PIECES.size()][labels];
        for (int i = 0; i < rows.length; i++) {
            rows[i][LABELS[i]] = 5;
        }
        return rows;
    }

    private void runtime() throws IOException {
        String jar = System.getProperty("plumbline.onnxruntime", "");
        if (!jar.isEmpty()) {
            Files.createSymbolicLink(folder.resolve("onnxruntime.jar"), Path.of(jar));
            return;
        }
        boolean there = OnnxNamesTest.class.getClassLoader().getResource("ai/onnxruntime/OrtEnvironment.class") != null;
        assumeTrue(there, "ONNX Runtime is not on the class path");
    }
}
