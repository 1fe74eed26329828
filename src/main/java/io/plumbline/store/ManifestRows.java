package io.plumbline.store;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Import manifests as rows of file_import, and the life of such a row: RUNNING, DONE, UNDOING, gone. */
final class ManifestRows {

    static final String COLUMNS =
        "id, file, kind, format, profile, model, sha256, bytes, records, rejected, duplicates, canaries, started, seconds, imported_by, "
        + "remarks";

    private ManifestRows() {
    }

    static long begin(Handle handle, String id, ImportKind kind, String file, String sha256, long firstSeq, Instant started) {
        return handle.createUpdate("""
            insert into file_import (id, status, kind, file, sha256, first_seq, last_seq, format, profile, model, bytes, records, rejected,
                                     duplicates, canaries, started, seconds, imported_by)
            values (?, 'RUNNING', ?, ?, ?, ?, ?, '', '', '', 0, 0, 0, 0, 0, ?, 0, '')""")
            .bind(0, id).bind(1, kind.name()).bind(2, file).bind(3, sha256).bind(4, firstSeq).bind(5, Long.MAX_VALUE)
            .bind(6, started.toString()).executeAndReturnGeneratedKeys("import_no").mapTo(Long.class).one();
    }

    static void finish(Handle handle, long importNo, ImportManifest manifest, long lastSeq) {
        handle.createUpdate("""
            update file_import set status = 'DONE', last_seq = ?, kind = ?, file = ?, sha256 = ?, format = ?, profile = ?, model = ?, bytes = ?,
                records = ?, rejected = ?, duplicates = ?, canaries = ?, started = ?, seconds = ?, imported_by = ?,
                remarks = ?
            where import_no = ?""")
            .bind(0, lastSeq).bind(1, manifest.kind().name()).bind(2, manifest.file()).bind(3, manifest.sha256())
            .bind(4, manifest.format()).bind(5, manifest.profile()).bind(6, manifest.model()).bind(7, manifest.bytes())
            .bind(8, manifest.records()).bind(9, manifest.rejected()).bind(10, manifest.duplicates()).bind(11, manifest.canaries())
            .bind(12, manifest.started().toString()).bind(13, manifest.seconds()).bind(14, manifest.importedBy())
            .bind(15, String.join("\n", manifest.remarks())).bind(16, importNo)
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
