package io.plumbline.store;

import io.plumbline.domain.Progress;
import org.jdbi.v3.core.Jdbi;

/** Takes the rows of an import out of the database, in steps small enough to show how far it is. The import must be invisible already. */
final class ImportRemoval {

    private static final int STEP = 5000;
    private final Jdbi database;

    ImportRemoval(Jdbi database) {
        this.database = database;
    }

    void remove(long importNo, Progress progress) {
        Range range = database.withHandle(handle -> handle.createQuery("""
            select first_seq, least(last_seq, coalesce((select max(seq) from log_record), 0)) as last_seq
            from file_import where import_no = :no""").bind("no", importNo)
            .map((row, context) -> new Range(row.getLong("first_seq"), row.getLong("last_seq"))).one());
        long total = Math.max(0, range.last - range.first + 1);
        if (total > 0 && isAlone(range)) {
            // Emptying a table is a matter of milliseconds, where deleting 100,000 rows with their texts takes half a minute.
            database.useTransaction(handle -> handle.execute("truncate table log_flag"));
            database.useTransaction(handle -> handle.execute("truncate table log_text"));
            database.useTransaction(handle -> handle.execute("truncate table log_record"));
            progress.update(total, total, "records", "Taking the import back");
        } else {
            removeInSteps(range, total, progress);
        }
        removeRest(importNo);
    }

    /** Whether no other import has left records. One that is being written can't: imports and their removal follow each other. */
    private boolean isAlone(Range range) {
        return database.withHandle(handle -> handle.createQuery("""
            select coalesce(min(low), :first) >= :first and coalesce(max(high), :last) <= :last from (
                select min(seq) as low, max(seq) as high from log_record union all
                select min(seq), max(seq) from log_text union all
                select min(seq), max(seq) from log_flag)""")
            .bind("first", range.first).bind("last", range.last).mapTo(Boolean.class).one());
    }

    private void removeInSteps(Range range, long total, Progress progress) {
        for (long from = range.first; from <= range.last; from += STEP) {
            long to = Math.min(range.last, from + STEP - 1);
            long start = from;
            database.useTransaction(handle -> {
                // log_record goes last: its highest seq tells a later attempt where to go on.
                handle.execute("delete from log_flag where seq between ? and ?", start, to);
                handle.execute("delete from log_text where seq between ? and ?", start, to);
                handle.execute("delete from log_record where seq between ? and ?", start, to);
            });
            progress.update(to - range.first + 1, total, "records", "Taking the import back");
        }
    }

    private void removeRest(long importNo) {
        database.useTransaction(handle -> {
            handle.execute("delete from sample where run_no in (select run_no from evaluation_run where import_no = ?)", importNo);
            handle.execute("delete from evaluation_run where import_no = ?", importNo);
            handle.execute("delete from import_reject where import_no = ?", importNo);
            handle.execute("delete from log_day where import_no = ?", importNo);
            handle.execute("delete from file_import where import_no = ?", importNo);
        });
    }

    private record Range(long first, long last) {
    }
}
