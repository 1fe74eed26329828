package io.plumbline.store.segment;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the text of a segment into pieces, between two records where it can. Each piece stands alone and carries a checksum. Pieces are
 * short enough that unpacking one takes no longer than a person notices, and long enough that matches in them are found cheaply.
 */
final class TextFrames implements AutoCloseable {

    /** A piece is closed after the record that fills it this far. */
    private static final int FULL = 450_000;
    /** No row of the database takes more than 1,048,576 bytes, and what can't be compressed must fit as well. */
    private static final int LARGEST = 900_000;
    /** The fastest of zstd's searches; measured on prose and on made-up words, a table that stays in the cache of one core is best. */
    private static final int FAST = 1;
    private static final int HASH_LOG = 15;
    private static final int LEAST_MATCH = 6;
    private static final int WINDOW_LOG = 20;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(1).setStrategy(FAST).setHashLog(HASH_LOG).setMinMatch(LEAST_MATCH)
        .setWindowLog(WINDOW_LOG).setContentSize(true).setChecksum(true);
    private final List<TextFrame> frames = new ArrayList<>();
    private final ByteSink open = new ByteSink(FULL + (FULL >> 4));
    private byte[] room = new byte[0];
    private long closed;

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
        int most = (int) Zstd.compressBound(piece.size());
        if (room.length < most) {
            room = new byte[most];
        }
        int length = zstd.compressByteArray(room, 0, room.length, piece.array(), 0, piece.size());
        frames.add(new TextFrame(closed, piece.size(), Arrays.copyOf(room, length)));
        closed += piece.size();
        piece.clear();
    }

    @Override
    public void close() {
        zstd.close();
    }
}
