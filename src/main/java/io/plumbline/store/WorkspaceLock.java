package io.plumbline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process, and a second window of this process, out of a workspace. The lock ends with the process, however it ends; a mark
 * in the file, wiped only by closing in order, tells the next process that this one did not.
 */
final class WorkspaceLock implements AutoCloseable {

    /**
     * The operating system's lock belongs to the process, and closing any channel on the file gives it up. A second attempt in the same
     * process must therefore be turned away before it touches the file, which takes one set per process.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;
    private final boolean leftOpen;

    private WorkspaceLock(Path directory, FileChannel channel, boolean leftOpen) {
        this.directory = directory;
        this.channel = channel;
        this.leftOpen = leftOpen;
    }

    static WorkspaceLock acquire(Path directory) {
        if (!HELD_BY_THIS_PROCESS.add(directory)) {
            throw new WorkspaceInUseException(directory);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(directory.resolve(WorkspaceFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new WorkspaceInUseException(directory);
            }
            boolean leftOpen = channel.size() > 0;
            channel.write(ByteBuffer.wrap("open\n".getBytes(StandardCharsets.US_ASCII)), 0);
            return new WorkspaceLock(directory, channel, leftOpen);
        } catch (IOException e) {
            giveUp(directory, channel);
            throw new WorkspaceException("The workspace " + directory + " can't be locked. Check that the folder can be written to and "
                + "that its drive supports file locks.", e);
        } catch (RuntimeException e) {
            giveUp(directory, channel);
            throw e;
        }
    }

    private static void giveUp(Path directory, FileChannel channel) {
        HELD_BY_THIS_PROCESS.remove(directory);
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // The lock was never ours; there is nothing left to release.
            }
        }
    }

    /** Whether the process that had the workspace before ended without closing it. */
    boolean leftOpen() {
        return leftOpen;
    }

    /** Says that everything is in order on disk. */
    void markClosed() {
        try {
            channel.truncate(0);
        } catch (IOException ignored) {
            // The mark stays, and the next opening checks the database once more than it had to.
        }
    }

    @Override
    public void close() {
        giveUp(directory, channel);
    }
}
