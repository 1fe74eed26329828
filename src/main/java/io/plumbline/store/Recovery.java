package io.plumbline.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Brings the database of a process that was killed back in order. The newest state in the file is found first. Where an import or an undo
 * was under way, nothing in that file is changed any more: what was finished is copied into a fresh file, which takes its place when it is
 * whole. The copy of the decisions is always made anew from the journal. All this has a time limit, so that a fault that nobody thought
 * of ends in a sentence and not in a window that never comes.
 */
final class Recovery {

    private static final Logger LOG = System.getLogger(Recovery.class.getName());
    private static final long LEAST_SECONDS = 120;
    private static final long BYTES_PER_SECOND = 2_000_000;

    private final Path file;
    private final Path journal;

    /**
     * @param file    path of the database without ".mv.db"
     * @param journal the journal, by which the copy of the decisions is judged
     */
    Recovery(Path file, Path journal) {
        this.file = file;
        this.journal = journal;
    }

    /** Returns what the person should know of it, and opens the database. */
    Recovered run() {
        FutureTask<Recovered> work = new FutureTask<>(this::recover);
        Thread thread = new Thread(work, "workspace-recovery");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(seconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new WorkspaceException("The database " + store(file) + " could not be put in order after Plumbline was ended in the middle of "
                + "something. Your decisions are safe in journal.jsonl beside it. End Plumbline, move the database away and import the files "
                + "again.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkspaceException("Opening the workspace was interrupted. Nothing was changed; open it again.", e);
        }
    }

    private long seconds() {
        try {
            return LEAST_SECONDS + (Files.exists(store(file)) ? Files.size(store(file)) / BYTES_PER_SECOND : 0);
        } catch (IOException e) {
            return LEAST_SECONDS;
        }
    }

    private Recovered recover() {
        WorkspaceDatabase.repair(file);
        WorkspaceDatabase found = WorkspaceDatabase.open(file);
        List<String> cutOff = List.of();
        try {
            cutOff = FinishedRows.unfinished(found.jdbi(), "RUNNING");
            boolean interrupted = !cutOff.isEmpty() || !FinishedRows.unfinished(found.jdbi(), "UNDOING").isEmpty();
            if (interrupted && hasRoom(Files.size(store(file)))) {
                found = replaced(found);
            }
            if (hasRoom(0)) {
                renewDecisions(found.jdbi());
            }
            return new Recovered(found, cutOff);
        } catch (IOException e) {
            found.close();
            throw new WorkspaceException("The drive of the workspace " + file.getParent() + " can't be read.", e);
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
    }

    /** A write that finds the drive full takes the database down, so nothing that can wait is tried there. */
    private boolean hasRoom(long bytes) throws IOException {
        return DriveRoom.isAtLeast(file, bytes + DriveRoom.MARGIN);
    }

    /** The finished part of the database in a file of its own, in the place of the old one; the old one where there is no room for that. */
    private WorkspaceDatabase replaced(WorkspaceDatabase old) {
        Path fresh = file.resolveSibling(file.getFileName() + "-recovered");
        Path aside = store(file.resolveSibling(file.getFileName() + "-before-recovery"));
        try {
            Files.deleteIfExists(store(fresh));
            try (WorkspaceDatabase copy = WorkspaceDatabase.open(fresh)) {
                new FinishedRows(old.jdbi(), copy.jdbi()).copy();
            }
            sync(store(fresh));
        } catch (IOException | SQLException | JdbiException | WorkspaceException e) {
            LOG.log(Level.WARNING, "what a cut-off import left stays in the database for now: there is no room to copy the rest", e);
            delete(store(fresh));
            return old;
        }
        old.close();
        try {
            keepAside(aside);
            Files.move(store(fresh), store(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            WorkspaceDatabase opened = WorkspaceDatabase.open(file);
            delete(aside);
            return opened;
        } catch (IOException e) {
            throw new WorkspaceException("The recovered database could not be put in the place of " + store(file) + ". Both files are still "
                + "there; check that the folder can be written to and open the workspace again.", e);
        }
    }

    private void keepAside(Path aside) throws IOException {
        Files.deleteIfExists(aside);
        try {
            Files.createLink(aside, store(file));
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(store(file), aside);
        }
    }

    /** Makes the copy of the decisions anew, unless the journal is not the one they came from: then whoever opens it is told so. */
    private void renewDecisions(Jdbi database) {
        long applied = database.withHandle(JournalledDecisions::applied);
        Optional<String> hash = database.withHandle(JournalledDecisions::appliedHash);
        boolean[] found = {applied == 0};
        JournalVerifier.read(journal, line -> found[0] |= line.entry().sequence() == applied && hash.equals(Optional.of(line.entry().hash())));
        if (found[0]) {
            // In this order: a state that says too little is made up for from the journal, one that says too much is a fault.
            database.useTransaction(handle -> handle.execute("update journal_state set applied = 0"));
            database.useTransaction(handle -> handle.execute("truncate table decision"));
        }
    }

    private static Path store(Path database) {
        return database.resolveSibling(database.getFileName() + ".mv.db");
    }

    private static void sync(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path unneeded) {
        try {
            Files.deleteIfExists(unneeded);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a file that is not needed any more stays: " + unneeded, e);
        }
    }

    /**
     * @param database the database, open
     * @param cutOff   files whose import was cut off
     */
    record Recovered(WorkspaceDatabase database, List<String> cutOff) {
    }
}
