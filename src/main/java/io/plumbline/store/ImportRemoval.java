package io.plumbline.store;

import io.plumbline.domain.Progress;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes the rows of an import out of the database, a segment at a time. The import must be invisible already. */
final class ImportRemoval {

    private final Jdbi database;

    ImportRemoval(Jdbi database) {
        this.database = database;
    }

    void remove(long importNo, Progress progress) {
        List<Size> segments = database.withHandle(handle -> handle.createQuery(
                "select segment, records from log_segment where import_no = :no order by segment").bind("no", importNo)
            .map((row, context) -> new Size(row.getInt(1), row.getLong(2))).list());
        long total = segments.stream().mapToLong(Size::records).sum();
        if (!segments.isEmpty() && database.inTransaction(handle -> emptied(handle, importNo))) {
            progress.update(total, total, "records", "Taking the import back");
            segments = List.of();
        }
        long done = 0;
        for (Size size : segments) {
            database.useTransaction(handle -> {
                handle.execute("delete from log_text_frame where import_no = ? and segment = ?", importNo, size.segment);
                handle.execute("delete from log_column where import_no = ? and segment = ?", importNo, size.segment);
                handle.execute("delete from log_segment where import_no = ? and segment = ?", importNo, size.segment);
            });
            done += size.records;
            progress.update(done, total, "records", "Taking the import back");
        }
        removeRest(importNo);
    }

    /**
     * Where no other import has segments, emptying the tables takes milliseconds and deleting their rows seconds. Asked and done in one go: no
     * other thread writes meanwhile.
     */
    private static boolean emptied(Handle handle, long importNo) {
        boolean alone = handle.createQuery("select count(*) from log_segment where import_no <> :no").bind("no", importNo).mapTo(Long.class)
            .one() == 0;
        if (alone) {
            handle.execute("truncate table log_text_frame");
            handle.execute("truncate table log_column");
            handle.execute("truncate table log_rollup");
            handle.execute("truncate table log_segment");
        }
        return alone;
    }

    private void removeRest(long importNo) {
        database.useTransaction(handle -> handle.execute("delete from log_rollup where import_no = ?", importNo));
        database.useTransaction(handle -> {
            handle.execute("delete from import_left_out where import_no = ? or earlier_no = ?", importNo, importNo);
            handle.execute("delete from run_answers where run_no in (select run_no from evaluation_run where import_no = ?)", importNo);
            handle.execute("delete from sample where run_no in (select run_no from evaluation_run where import_no = ?)", importNo);
            handle.execute("delete from evaluation_run where import_no = ?", importNo);
            handle.execute("delete from import_reject where import_no = ?", importNo);
            handle.execute("delete from file_import where import_no = ?", importNo);
        });
    }

    private record Size(int segment, long records) {
    }
}
