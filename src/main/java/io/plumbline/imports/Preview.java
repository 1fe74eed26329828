package io.plumbline.imports;

import io.plumbline.domain.Reject;
import java.util.List;
import java.util.Optional;

/**
 * What an import would do, without doing it.
 *
 * @param recognition what the file is
 * @param profile     the mapping used, proposed or given; empty for formats whose meaning is fixed
 * @param columns     columns of the file (tables), or of the samples read from it
 * @param rows        the first rows, cell by cell, in the order of {@code columns}
 * @param accepted    records that would be stored, duplicates included
 * @param rejected    records that would be refused
 * @param rejects     the first of those, with line and reason
 * @param extent      how much of the file this rests on
 * @param model       model names found, comma-separated; empty where the file names none and one has to be given
 */
public record Preview(Recognition recognition, Optional<MappingProfile> profile, List<String> columns, List<List<String>> rows,
                      long accepted, long rejected, List<Reject> rejects, Extent extent, String model) {

    /** Rows that a preview shows. */
    public static final int ROWS = 50;
    /** Rejects that a preview lists. */
    public static final int REJECTS = 200;

    public Preview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
    }

    /** How much of a file is read for a preview. */
    public enum Extent {
        /** The first few hundred rows: at once, for the mapping. */
        BEGINNING,
        /** All of it: the dry run, exact counts. */
        WHOLE_FILE
    }
}
