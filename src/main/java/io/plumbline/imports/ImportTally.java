package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.runs.RunData;
import io.plumbline.store.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Hands what was read to the workspace and counts what became of it. */
final class ImportTally {

    /** Rejects beyond these are counted and not kept: they say the same again. */
    private static final int REJECTS_KEPT = 10_000;

    private final Imports.Writer writer;
    private final Set<String> models = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();
    private Reject firstReject;
    private long records;
    private long rejected;
    private long duplicates;

    ImportTally(Imports.Writer writer) {
        this.writer = writer;
    }

    void run(RunData data) {
        writer.addRun(data.run(), data.samples());
        models.add(data.run().model());
        records += data.samples().isEmpty() ? data.run().results().size() : data.samples().size();
    }

    void records(PreparedRecords batch) {
        models.addAll(batch.models());
        if (batch.segments().size() > 0) {
            int left = writer.addRecords(batch.segments());
            duplicates += left;
            records += batch.segments().size() - left;
        }
    }

    void reject(Reject reject) {
        if (rejected == 0) {
            firstReject = reject;
        }
        if (rejected < REJECTS_KEPT) {
            writer.addReject(reject);
        }
        rejected++;
    }

    /** Ends an import that found nothing but rejects. */
    void requireSomething(String file) {
        requireSomething(file, List.of());
    }

    /** @param remarks what is to be said of the reading besides */
    void requireSomething(String file, List<String> remarks) {
        if (records == 0 && duplicates == 0) {
            String more = remarks.isEmpty() ? "" : " " + String.join(" ", remarks);
            throw new InputException(rejected == 0 ? file + " holds no records: there is nothing to import." + more
                : file + ": none of its " + rejected + " records can be used, so nothing was imported. The first, in line "
                    + firstReject.line() + ": " + firstReject.reason() + more);
        }
    }

    /** Something that a person should know of what was read, in one sentence. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    List<String> remarks() {
        return remarks;
    }

    String models() {
        return String.join(", ", models);
    }

    long records() {
        return records;
    }

    long rejected() {
        return rejected;
    }

    long duplicates() {
        return duplicates;
    }

    long canaries() {
        return writer.canaries();
    }
}
