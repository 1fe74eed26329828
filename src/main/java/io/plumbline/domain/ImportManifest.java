package io.plumbline.domain;

import java.time.Instant;

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
 */
public record ImportManifest(String id, String file, ImportKind kind, String format, String profile, String model, String sha256,
                             long bytes, long records, long rejected, long duplicates, long canaries, Instant started, double seconds,
                             String importedBy) {
}
