package io.plumbline.store;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Import manifests as rows of file_import, and the life of such a row: RUNNING, DONE, UNDOING, gone; AGAIN says that an
 * earlier version stored the log in a form that is no longer read. */
final class ManifestRows {

    static final String COLUMNS =
        "id, file, kind, format, profile, model, sha256, bytes, records, rejected, duplicates, canaries, started, seconds, imported_by, "
        + "remarks";

    private ManifestRows() {
    }

    static long begin(Handle handle, String id, ImportKind kind, String file, String sha256, Instant started) {
        return handle.createUpdate("""
            insert into file_import (id, status, kind, file, sha256, format, profile, model, bytes, records, rejected, duplicates,
                                     canaries, started, seconds, imported_by)
            values (?, 'RUNNING', ?, ?, ?, '', '', '', 0, 0, 0, 0, 0, ?, 0, '')""")
            .bind(0, id).bind(1, kind.name()).bind(2, file).bind(3, sha256)
            .bind(4, started.toString()).executeAndReturnGeneratedKeys("import_no").mapTo(Long.class).one();
    }

    static void finish(Handle handle, long importNo, ImportManifest manifest) {
        handle.createUpdate("""
            update file_import set status = 'DONE', kind = ?, file = ?, sha256 = ?, format = ?, profile = ?, model = ?, bytes = ?,
                records = ?, rejected = ?, duplicates = ?, canaries = ?, started = ?, seconds = ?, imported_by = ?,
                remarks = ?
            where import_no = ?""")
            .bind(0, manifest.kind().name()).bind(1, manifest.file()).bind(2, manifest.sha256())
            .bind(3, manifest.format()).bind(4, manifest.profile()).bind(5, manifest.model()).bind(6, manifest.bytes())
            .bind(7, manifest.records()).bind(8, manifest.rejected()).bind(9, manifest.duplicates()).bind(10, manifest.canaries())
            .bind(11, manifest.started().toString()).bind(12, manifest.seconds()).bind(13, manifest.importedBy())
            .bind(14, String.join("\n", manifest.remarks())).bind(15, importNo)
            .execute();
    }

    static ImportManifest read(ResultSet row) throws SQLException {
        return new ImportManifest(row.getString("id"), row.getString("file"), ImportKind.valueOf(row.getString("kind")),
            row.getString("format"), row.getString("profile"), row.getString("model"), row.getString("sha256"), row.getLong("bytes"),
            row.getLong("records"), row.getLong("rejected"), row.getLong("duplicates"), row.getLong("canaries"),
            Instant.parse(row.getString("started")), row.getDouble("seconds"), row.getString("imported_by"),
            row.getString("remarks").lines().toList());
    }
}
