package io.plumbline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The journal file, open for appending. A line is on disk before {@link #append} returns. Not safe for several threads: whoever owns it
 * lets one in at a time.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private Decisions.Head head;
    private Instant before;

    private Journal(Path file, FileChannel channel, Clock clock, Decisions.Head head, Instant before) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.head = head;
        this.before = before;
    }

    /** @param before the time of the last line: no later line says an earlier one */
    static Journal open(Path file, Clock clock, Decisions.Head head, Instant before) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.position(channel.size());
            return new Journal(file, channel, clock, head, before);
        } catch (IOException e) {
            throw new WorkspaceException("The decision journal " + file + " can't be opened for writing. Check its permissions.", e);
        }
    }

    /**
     * Moves a last line that was cut off into a file beside the journal, so that nothing is thrown away unseen.
     *
     * @return the file it was moved to
     */
    static Path setTornTailAside(Path journal, Instant now) {
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = endOfLastWholeLine(channel);
            ByteBuffer torn = ByteBuffer.allocate((int) (channel.size() - end));
            channel.read(torn, end);
            Path aside = journal.resolveSibling("journal-torn-" + now.toString().replace(':', '-') + ".txt");
            Files.write(aside, torn.array());
            channel.truncate(end);
            channel.force(true);
            return aside;
        } catch (IOException e) {
            throw new WorkspaceException("The last line of " + journal + " was cut off and can't be set aside. Check that the folder can "
                + "be written to.", e);
        }
    }

    /** A cut-off line is what follows the last line feed, or, where the file ends with one, the last line. */
    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = channel.size() - 2; at >= 0; at--) {
            one.clear();
            channel.read(one, at);
            if (one.get(0) == '\n') {
                return at + 1;
            }
        }
        return 0;
    }

    Path file() {
        return file;
    }

    Decisions.Head head() {
        return head;
    }

    /** Lines byte for byte as they were written, those that came with a merge included, in the order of the file. */
    List<String> lines(Collection<String> hashes) {
        Set<String> wanted = Set.copyOf(hashes);
        Map<String, String> found = new LinkedHashMap<>();
        JournalVerifier.text(file, (line, read) -> {
            MergedBranch.in(read.entry()).ifPresent(branch -> branch.text().forEach((hash, text) -> take(hash, text, wanted, found)));
            take(read.entry().hash(), line, wanted, found);
        });
        return List.copyOf(found.values());
    }

    private static void take(String hash, String text, Set<String> wanted, Map<String, String> found) {
        if (wanted.contains(hash)) {
            found.putIfAbsent(hash, text);
        }
    }

    SignedLine append(JournalLine.Draft draft, JournalLine.Signature signature) {
        long sequence = head.sequence() + 1;
        Instant now = clock.instant();
        boolean setBack = now.isBefore(before);
        JournalLine.Stamp stamp = new JournalLine.Stamp(setBack ? before : now, setBack ? Optional.of(now) : Optional.empty());
        byte[] line = JournalLine.write(draft, sequence, stamp, head.hash(), signature);
        SignedLine read = readBack(line);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        long end = -1;
        try {
            end = channel.position();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            takeBack(end);
            throw new WorkspaceException("The decision was not saved: " + file + " can't be written (is the drive full?). Nothing else was "
                + "changed; make room and try again.", e);
        }
        head = new Decisions.Head(sequence, read.entry().hash());
        before = stamp.time();
        return read;
    }

    /** What a reader will see: numbers and texts as they come back from the file, not as they were handed in. */
    private static SignedLine readBack(byte[] line) {
        try {
            return JournalLine.read(line);
        } catch (JournalLine.Broken e) {
            throw new IllegalStateException("a line just written does not read back", e);
        }
    }

    private void takeBack(long length) {
        try {
            if (length >= 0) {
                channel.truncate(length);
            }
        } catch (IOException e) {
            // The half line stays; the next opening finds it without its end and sets it aside. Until then nothing may follow it.
            close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new WorkspaceException("The decision journal " + file + " can't be closed.", e);
        }
    }
}
