package io.plumbline.domain;

import java.time.Instant;
import java.util.List;

/**
 * What an import read and kept; one per file.
 *
 * @param id         import id
 * @param file       file name without its folder
 * @param kind       evaluation run or production log
 * @param format     reader that recognised it
 * @param profile    column mapping used, or empty
 * @param model      model(s) in it, comma-separated
 * @param sha256     hash of the file's bytes, hex
 * @param bytes      size of the file
 * @param records    records stored
 * @param rejected   records refused, each kept with line and reason
 * @param duplicates records left out because they were in the workspace or earlier in the file
 * @param canaries   canary records among those stored
 * @param started    when
 * @param seconds    how long
 * @param importedBy who
 * @param remarks    what a person should know of the reading, one sentence each: what was taken for granted, left out or not used
 */
public record ImportManifest(String id, String file, ImportKind kind, String format, String profile, String model, String sha256,
                             long bytes, long records, long rejected, long duplicates, long canaries, Instant started, double seconds,
                             String importedBy, List<String> remarks) {

    public ImportManifest {
        remarks = List.copyOf(remarks);
    }

    /** An import of which nothing is to be remarked. */
    public ImportManifest(String id, String file, ImportKind kind, String format, String profile, String model, String sha256, long bytes,
                          long records, long rejected, long duplicates, long canaries, Instant started, double seconds,
                          String importedBy) {
        this(id, file, kind, format, profile, model, sha256, bytes, records, rejected, duplicates, canaries, started, seconds, importedBy,
            List.of());
    }

    public ImportManifest remarking(List<String> sentences) {
        return new ImportManifest(id, file, kind, format, profile, model, sha256, bytes, records, rejected, duplicates, canaries, started,
            seconds, importedBy, sentences);
    }
}
