package io.plumbline.store;

import io.plumbline.domain.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * The journal file, open for appending. A line is on disk before {@link #append} returns. Not safe for several threads: whoever owns it
 * lets one in at a time.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private Decisions.Head head;

    private Journal(Path file, FileChannel channel, Clock clock, Decisions.Head head) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.head = head;
    }

    static Journal open(Path file, Clock clock, Decisions.Head head) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.position(channel.size());
            return new Journal(file, channel, clock, head);
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

    Decisions.Head head() {
        return head;
    }

    JournalEntry append(String actor, String kind, String subject, Map<String, Object> payload) {
        long sequence = head.sequence() + 1;
        byte[] line = JournalLine.write(sequence, clock.instant(), actor, kind, subject, payload, head.hash());
        JournalEntry entry = readBack(line);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        long before = -1;
        try {
            before = channel.position();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            takeBack(before);
            throw new WorkspaceException("The decision was not saved: " + file + " can't be written (is the drive full?). Nothing else was "
                + "changed; make room and try again.", e);
        }
        head = new Decisions.Head(sequence, entry.hash());
        return entry;
    }

    /** What a reader will see: numbers and texts as they come back from the file, not as they were handed in. */
    private static JournalEntry readBack(byte[] line) {
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
