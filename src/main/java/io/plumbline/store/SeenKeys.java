package io.plumbline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of the file that is being imported, as hashes. A few million are kept in memory; more go to disk, sorted, with a filter in
 * memory that answers nearly every question without looking there.
 */
final class SeenKeys implements AutoCloseable {

    private static final int MOST = 6_000_000;
    private static final int SMALLEST = 1 << 13;

    private final int most;
    private final List<Run> runs = new ArrayList<>();
    private long[] slots = new long[SMALLEST];
    private int size;
    private boolean hasZero;

    SeenKeys() {
        this(MOST);
    }

    /** @param most how many stay in memory */
    SeenKeys(int most) {
        this.most = most;
    }

    /** Notes a key; returns whether it is new. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean fresh = !hasZero;
            hasZero = true;
            return fresh;
        }
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        for (Run run : runs) {
            if (run.contains(hash)) {
                return false;
            }
        }
        slots[slot] = hash;
        size++;
        if (size >= most) {
            spill();
        } else if (size * 3L > slots.length * 2L) {
            grow();
        }
        return true;
    }

    private static int slot(long[] slots, long hash) {
        int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    private void spill() {
        long[] sorted = Arrays.stream(slots).filter(hash -> hash != 0).toArray();
        Arrays.sort(sorted);
        runs.add(Run.write(sorted));
        Arrays.fill(slots, 0);
        size = 0;
    }

    @Override
    public void close() {
        runs.forEach(Run::close);
    }

    /** Sorted hashes in a file of their own, with a Bloom filter of ten bits each. */
    private record Run(FileChannel channel, LongBuffer hashes, long[] filter) {

        private static final int BITS = 10;
        private static final int PROBES = 5;

        static Run write(long[] sorted) {
            long[] filter = new long[(int) ((long) sorted.length * BITS / 64) + 1];
            try {
                Path file = Files.createTempFile("plumbline-keys", ".bin");
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
                ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, 8L * sorted.length);
                unlink(file);
                bytes.asLongBuffer().put(sorted);
                for (long hash : sorted) {
                    for (int probe = 0; probe < PROBES; probe++) {
                        long bit = bit(hash, probe, filter.length);
                        filter[(int) (bit >>> 6)] |= 1L << bit;
                    }
                }
                return new Run(channel, bytes.asLongBuffer(), filter);
            } catch (IOException e) {
                throw new WorkspaceException("The import stopped: there is no room for temporary files. Nothing of this file is kept; what was "
                    + "in the workspace before is safe.", e);
            }
        }

        /** Where the system allows it at once, so that a process that is killed leaves nothing in the folder for temporary files. */
        private static void unlink(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Then it goes when it is closed.
            }
        }

        private static long bit(long hash, int probe, int words) {
            long mixed = (hash + probe * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
            return Long.remainderUnsigned(mixed ^ mixed >>> 31, words * 64L);
        }

        boolean contains(long hash) {
            for (int probe = 0; probe < PROBES; probe++) {
                long bit = bit(hash, probe, filter.length);
                if ((filter[(int) (bit >>> 6)] & 1L << bit) == 0) {
                    return false;
                }
            }
            int low = 0;
            int high = hashes.limit() - 1;
            while (low <= high) {
                int middle = low + high >>> 1;
                long found = hashes.get(middle);
                if (found == hash) {
                    return true;
                }
                if (found < hash) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return false;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException ignored) {
                // A temporary file that stays is removed with the others of its folder.
            }
        }
    }
}
