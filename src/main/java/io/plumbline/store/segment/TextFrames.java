package io.plumbline.store.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the text of a segment into pieces small enough to unpack for one record, between two records where it can. The first piece is the
 * dictionary of those after it, which makes them as small as pieces three times as long would be.
 */
final class TextFrames implements AutoCloseable {

    private static final int LEVEL = 2;
    /** A piece is closed after the record that fills it this far. */
    private static final int FULL = 64 << 10;
    /** No row of the database takes more than 1,048,576 bytes, and what can't be compressed must fit as well. */
    private static final int LARGEST = 900_000;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL).setContentSize(true);
    private final List<TextFrame> frames = new ArrayList<>();
    private final ByteSink open = new ByteSink(FULL + (FULL >> 1));
    private long closed;
    private ZstdDictCompress dictionary;

    void add(byte[] text) {
        int from = 0;
        while (open.size() + text.length - from > LARGEST) {
            int piece = LARGEST - open.size();
            open.bytes(text, from, piece);
            from += piece;
            close(open);
        }
        open.bytes(text, from, text.length - from);
    }

    void endOfRecord() {
        if (open.size() >= FULL) {
            close(open);
        }
    }

    List<TextFrame> finish() {
        if (open.size() > 0) {
            close(open);
        }
        return frames;
    }

    private void close(ByteSink piece) {
        byte[] raw = frames.isEmpty() ? piece.toBytes() : new byte[0];
        byte[] room = new byte[(int) Zstd.compressBound(piece.size())];
        int length = zstd.compressByteArray(room, 0, room.length, piece.array(), 0, piece.size());
        frames.add(new TextFrame(closed, piece.size(), Arrays.copyOf(room, length)));
        closed += piece.size();
        piece.clear();
        if (frames.size() == 1) {
            dictionary = new ZstdDictCompress(TextFrame.dictionary(raw), LEVEL);
            zstd.loadDict(dictionary);
        }
    }

    @Override
    public void close() {
        zstd.close();
        if (dictionary != null) {
            dictionary.close();
        }
    }
}
