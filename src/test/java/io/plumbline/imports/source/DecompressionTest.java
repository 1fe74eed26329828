package io.plumbline.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.plumbline.domain.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecompressionTest {

    @TempDir
    Path folder;

    @Test
    void gzipOfSeveralMembersIsOneContent() throws IOException {
        assertThat(content(join(gzip("one\n"), gzip("two\n"), gzip("three")))).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void zstandardOfSeveralFramesIsOneContent() throws IOException {
        assertThat(content(join(zstd("one\n"), zstd("two")))).isEqualTo("one\ntwo");
    }

    @Test
    void tornZstandardIsTold() {
        byte[] whole = zstd(noise(300_000));
        assertThatThrownBy(() -> content(Arrays.copyOf(whole, whole.length / 2))).isInstanceOf(TornFileException.class);
    }

    @Test
    void damagedZstandardIsTold() {
        byte[] whole = zstd(noise(300_000));
        Arrays.fill(whole, whole.length / 2, whole.length, (byte) 0x55);
        assertThatThrownBy(() -> content(whole)).isInstanceOf(TornFileException.class);
    }

    @Test
    void contentThatGrowsBeyondMeasureEndsWithASentence() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(block);
            }
        }
        Path file = Files.write(folder.resolve("bomb.gz"), bomb.toByteArray());
        assertThatThrownBy(() -> {
            try (InputStream in = SourceFile.at(file).open(ReadingProgress.unwatched())) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }).isInstanceOf(InputException.class).hasMessageContaining("bomb.gz unpacks to more than");
    }

    private String content(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        try (InputStream in = SourceFile.at(file).open(ReadingProgress.unwatched())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String noise(int length) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        while (text.length() < length) {
            text.append(random.nextLong());
        }
        return text.toString();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
