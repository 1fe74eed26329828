package io.plumbline.store.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFrameTest {

    private static List<TextFrame> frames(byte[]... texts) {
        try (TextFrames frames = new TextFrames()) {
            for (byte[] text : texts) {
                frames.add(text);
                frames.endOfRecord();
            }
            return frames.finish();
        }
    }

    private static byte[] joined(List<TextFrame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (TextFrame frame : frames) {
            assertThat(frame.firstByte()).isEqualTo(all.size());
            assertThat(frame.standsAlone()).isTrue();
            all.writeBytes(frame.unpacked());
        }
        return all.toByteArray();
    }

    @Test
    void everyPieceIsReadByItselfAndFitsIntoARow() {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        byte[] prose = "I can't help with that, but here is where to find help. ".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        List<TextFrame> frames = frames(prose, noise, "short".getBytes(StandardCharsets.UTF_8), new byte[0], prose);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (byte[] text : List.of(prose, noise, "short".getBytes(StandardCharsets.UTF_8), prose)) {
            expected.writeBytes(text);
        }
        assertThat(joined(frames)).isEqualTo(expected.toByteArray());
        assertThat(frames).allSatisfy(frame -> assertThat(frame.content().length).isLessThanOrEqualTo(1_000_000));
    }

    @Test
    void aPieceThatWasDamagedIsNotReadAsAnotherText() {
        TextFrame sound = frames("a text that a person wrote, word by word, and that nobody may change".getBytes(StandardCharsets.UTF_8)).get(0);
        for (int at = 5; at < sound.content().length; at++) {
            byte[] content = sound.content().clone();
            content[at] ^= 4;
            TextFrame damaged = new TextFrame(0, sound.bytes(), content);
            assertThatThrownBy(damaged::unpacked).isInstanceOf(DamagedBytesException.class);
        }
    }

    /** As versions before this one wrote them. */
    @Test
    void piecesWhoseDictionaryIsTheFirstAreStillRead() {
        byte[] first = "The quick brown fox jumps over the lazy dog. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] second = "The lazy dog jumps over the quick brown fox. ".repeat(50).getBytes(StandardCharsets.UTF_8);
        try (ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(2); TextUnpacking unpacking = new TextUnpacking()) {
            zstd.loadDict(TextFrame.dictionary(first));
            TextFrame one = new TextFrame(0, first.length, Zstd.compress(first, 2));
            TextFrame two = new TextFrame(first.length, second.length, zstd.compress(second));
            assertThat(one.standsAlone()).isFalse();
            assertThat(two.standsAlone()).isFalse();
            assertThat(unpacking.first(one)).isEqualTo(first);
            assertThat(unpacking.next(two)).isEqualTo(second);
        }
    }
}
