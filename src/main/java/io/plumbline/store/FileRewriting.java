package io.plumbline.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * Writes the database's file anew after texts were removed. The database only forgets where a removed row was; its bytes stay in the file until
 * something is written over them, which may be never. A mark beside the file says that it is to be done, so that a process that dies does not
 * forget it: the next one that closes the workspace does it.
 */
final class FileRewriting implements H2StoredTexts.Rewriting {

    private static final Logger LOG = System.getLogger(FileRewriting.class.getName());

    private final Path mark;
    private final Path store;

    FileRewriting(WorkspaceFolder folder) {
        mark = folder.directory().resolve("texts-removed");
        store = folder.directory().resolve(folder.database().getFileName() + ".mv.db");
    }

    @Override
    public void due() {
        try {
            if (!isDue()) {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new WorkspaceException("The removal of texts can't begin: the workspace folder can't be written (is the drive full?). Nothing was "
                + "removed.", e);
        }
    }

    boolean isDue() {
        return Files.exists(mark);
    }

    /** Does it, where it is due. The database must be closed; where there is no room for a second file, it stays due. */
    void finish() {
        if (!isDue()) {
            return;
        }
        try {
            if (!DriveRoom.isAtLeast(store, Files.size(store) + DriveRoom.MARGIN)) {
                LOG.log(Level.WARNING, "the drive has no room to write " + store + " anew; it is done when the workspace is closed next");
                return;
            }
            MVStoreTool.compact(store.toString(), false);
            Files.delete(mark);
        } catch (MVStoreException | IOException e) {
            LOG.log(Level.WARNING, store + " could not be written anew; it is done when the workspace is closed next", e);
        }
    }
}
