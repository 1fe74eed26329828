package io.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a report was made from, one line each: files with their hashes, the policy, the end of the journal. The hash of these lines is
 * printed as the last line of the report, so that a changed line shows.
 */
public record Manifest(List<String> lines, long journalSequence, String journalHash) {

    public Manifest {
        lines = List.copyOf(lines);
    }

    /** SHA-256 over the lines in UTF-8, each ended by a line feed. */
    public String sha256() {
        return sha256((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** How a reader checks the report, in the order in which the lines are printed. */
    public List<String> lastLines() {
        return List.of(
            "Manifest SHA-256 " + sha256() + ": the hash of the manifest's lines above, in UTF-8, each ended by a line feed.",
            "Decision journal: line " + journalSequence + ", hash " + journalHash
                + ". Check the workspace it came from with: plumbline verify WORKSPACE");
    }
}
