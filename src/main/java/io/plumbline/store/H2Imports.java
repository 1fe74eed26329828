package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Imports of the workspace. One is written at a time, so that no record can be left out as a duplicate of one that is then taken back. */
final class H2Imports implements Imports {

    private static final Logger LOG = System.getLogger(H2Imports.class.getName());

    private final Jdbi database;
    private final Decisions decisions;
    private final WorkspaceChanges changes;
    private final LogDirectory directory;
    private final KeyHash hash;
    private final List<String> interrupted;
    private final WritingTurn turn;

    private H2Imports(Jdbi database, Decisions decisions, WorkspaceChanges changes, LogDirectory directory, WritingTurn turn,
                      List<String> interrupted) {
        this.database = database;
        this.decisions = decisions;
        this.changes = changes;
        this.directory = directory;
        this.hash = database.inTransaction(KeyHash::of);
        this.turn = turn;
        this.interrupted = List.copyOf(interrupted);
    }

    /**
     * Opens the imports of a workspace that no other process has open: whatever is half done is cleared away.
     *
     * @param cutOff files whose import was cut off and is cleared away already
     */
    static H2Imports open(Jdbi database, Decisions decisions, WorkspaceChanges changes, LogDirectory directory, WritingTurn turn,
                          List<String> cutOff) {
        Set<String> undone = decisions.ofKinds(DecisionKinds.IMPORT_UNDONE).stream().map(JournalEntry::subject).collect(Collectors.toSet());
        List<Row> unfinished = database.withHandle(handle -> handle.createQuery("select import_no, id, status, file from file_import "
                + "order by import_no").map((row, context) -> new Row(row.getLong("import_no"), row.getString("id"),
                row.getString("status"), row.getString("file"))).list())
            .stream().filter(row -> row.status.equals("RUNNING") || row.status.equals("UNDOING") || undone.contains(row.id)).toList();
        List<String> interrupted = new ArrayList<>(cutOff);
        for (Row row : unfinished) {
            clear(database, row);
            if (row.status.equals("RUNNING") && !cutOff.contains(row.file)) {
                interrupted.add(row.file);
            }
        }
        return new H2Imports(database, decisions, changes, directory, turn, interrupted);
    }

    /** Nobody sees these rows, so a drive too full to remove them is no reason not to open the workspace. */
    private static void clear(Jdbi database, Row row) {
        try {
            if (!hasRoom(database)) {
                return;
            }
            if (row.status.equals("DONE")) {
                database.useTransaction(handle -> handle.execute("update file_import set status = 'UNDOING' where import_no = ?", row.no));
            }
            new ImportRemoval(database).remove(row.no, Progress.NONE);
        } catch (JdbiException | IOException e) {
            LOG.log(Level.WARNING, "what is left of " + row.file + " takes up room until the workspace is opened with more on the drive", e);
        }
    }

    private static boolean hasRoom(Jdbi database) throws IOException {
        String path = database.withHandle(handle -> handle.createQuery("select database_path()").mapTo(String.class).one());
        return DriveRoom.isAtLeast(Path.of(path), DriveRoom.MARGIN);
    }

    /** Logs that an earlier version stored in a form that is no longer read, and whose files were not imported again since. */
    List<String> outdated() {
        return database.withHandle(handle -> handle.createQuery("""
            select file from file_import where status = 'AGAIN' and sha256 not in (select sha256 from file_import where status = 'DONE')
            order by import_no""").mapTo(String.class).list());
    }

    @Override
    public List<ImportManifest> list() {
        return database.withHandle(handle -> handle.createQuery("select " + ManifestRows.COLUMNS
            + " from file_import where status = 'DONE' order by import_no").map((row, context) -> ManifestRows.read(row)).list());
    }

    @Override
    public Optional<ImportManifest> findByHash(String sha256) {
        return database.withHandle(handle -> handle.createQuery("select " + ManifestRows.COLUMNS
            + " from file_import where status = 'DONE' and sha256 = :hash order by import_no limit 1").bind("hash", sha256)
            .map((row, context) -> ManifestRows.read(row)).findOne());
    }

    @Override
    public List<Reject> rejects(String importId, int offset, int limit) {
        return database.withHandle(handle -> handle.createQuery("""
            select j.line, j.reason, j.excerpt from import_reject j join file_import i on i.import_no = j.import_no
            where i.id = :id and i.status = 'DONE' order by j.ordinal offset :offset rows fetch next :limit rows only""")
            .bind("id", importId).bind("offset", offset).bind("limit", limit)
            .map((row, context) -> new Reject(row.getLong("line"), row.getString("reason"), row.getString("excerpt"))).list());
    }

    @Override
    public Writer begin(ImportKind kind, String file, String sha256) {
        turn.beginImport(file);
        keep(PageCache.SMALL);
        try {
            String id = "imp-" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            long importNo = database.inTransaction(handle -> ManifestRows.begin(handle, id, kind, file, sha256, Instant.now()));
            return new H2ImportWriter(database, importNo, id, new LogWriter(database, importNo, kind == ImportKind.LOG ? earlier() : List.of()),
                hash, changes, this::ended);
        } catch (JdbiException e) {
            ended();
            throw new WorkspaceException("The import can't begin: the database can't be written (is the drive full?). What is in the workspace is "
                + "safe. Make room, close Plumbline and open the workspace again.", e);
        } catch (RuntimeException e) {
            ended();
            throw e;
        }
    }

    private void ended() {
        keep(PageCache.USUAL);
        turn.endImport();
    }

    /** A cache of another size is no reason for an import to fail. */
    private void keep(PageCache cache) {
        try {
            database.useHandle(cache::set);
        } catch (SQLException | JdbiException e) {
            LOG.log(Level.DEBUG, "the page cache stays as it is", e);
        }
    }

    private List<StoredSegment> earlier() {
        return database.withHandle(handle -> {
            try (SegmentReads reads = new SegmentReads(handle.getConnection())) {
                return directory.visible(reads, reads.visibleImports());
            }
        });
    }

    @Override
    public List<LeftOut> leftOutBecauseOf(String importId) {
        return database.withHandle(handle -> handle.createQuery("""
            select later.id, later.file, o.records from import_left_out o join file_import later on later.import_no = o.import_no
            join file_import earlier on earlier.import_no = o.earlier_no
            where earlier.id = :id and later.status = 'DONE' order by o.import_no""").bind("id", importId)
            .map((row, context) -> new LeftOut(row.getString(1), row.getString(2), row.getLong(3))).list());
    }

    @Override
    public void undo(String importId, Progress progress) {
        Row row = database.withHandle(handle -> handle.createQuery(
                "select import_no, id, status, file from file_import where id = :id and status = 'DONE'").bind("id", importId)
            .map((r, context) -> new Row(r.getLong("import_no"), r.getString("id"), r.getString("status"), r.getString("file")))
            .findOne()).orElseThrow(() -> new InputException("There is no import " + importId + " in this workspace."));
        progress.check();
        List<Map<String, Object>> missing = leftOutBecauseOf(importId).stream()
            .map(left -> Map.<String, Object>of("import", left.importId(), "file", left.file(), "records", left.records())).toList();
        // From here on it is decided; a process that dies half-way finishes the removal when the workspace is opened next.
        decisions.record(DecisionKinds.IMPORT_UNDONE, importId, missing.isEmpty() ? Map.of("file", row.file)
            : Map.of("file", row.file, "missing", missing));
        database.useTransaction(handle -> handle.execute("update file_import set status = 'UNDOING' where import_no = ?", row.no));
        new ImportRemoval(database).remove(row.no, progress);
        changes.publish(WorkspaceChanges.Change.IMPORTS);
    }

    @Override
    public List<String> interrupted() {
        return interrupted;
    }

    private record Row(long no, String id, String status, String file) {
    }
}
