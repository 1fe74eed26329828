package io.plumbline.store.segment;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** Unpacks the pieces of a segment's texts; the first is the dictionary of those after it and taken in once. Not for several threads. */
public final class TextUnpacking implements AutoCloseable {

    /** None before the first piece: loading the decompressor costs more than most questions, and some have no texts. */
    private ZstdDecompressCtx zstd;

    public boolean knowsFirst() {
        return zstd != null;
    }

    /** Unpacks the first piece of a segment. */
    public byte[] first(TextFrame frame) {
        byte[] piece = frame.unpacked();
        if (zstd == null) {
            zstd = new ZstdDecompressCtx();
            zstd.loadDict(TextFrame.dictionary(piece));
        }
        return piece;
    }

    /** Unpacks another; not before the first. */
    public byte[] next(TextFrame frame) {
        try {
            byte[] all = zstd.decompress(frame.content(), frame.bytes());
            if (all.length == frame.bytes()) {
                return all;
            }
        } catch (ZstdException e) {
            throw new DamagedBytesException("compressed text that can't be read", e);
        }
        throw new DamagedBytesException("compressed text of the wrong length");
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
        }
    }
}
