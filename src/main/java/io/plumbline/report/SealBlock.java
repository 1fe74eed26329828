package io.plumbline.report;

import io.plumbline.keys.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The last bytes of a sealed report. In HTML and Markdown they are a comment. In a PDF they are a comment too, followed by the pointer to the
 * cross-reference table and the end mark once more, because readers look for these at the end of the file.
 */
final class SealBlock {

    private static final String COMMENT = "<!-- plumbline-seal ";
    private static final String COMMENT_END = " -->\n";
    private static final String PDF = "%plumbline-seal ";
    private static final String POINTER = "startxref";

    private SealBlock() {
    }

    static byte[] of(ReportFormat format, byte[] body, Envelope envelope) {
        String block = format == ReportFormat.PDF ? PDF + envelope.json() + "\n" + POINTER + "\n" + pointer(body) + "\n%%EOF\n"
            : COMMENT + envelope.json() + COMMENT_END;
        return block.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes a file apart; empty where it has no seal, or anything about the seal's spelling is not as it was written. */
    static Optional<Sealed> read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int comment = text.lastIndexOf(COMMENT);
        int pdf = text.lastIndexOf(PDF);
        ReportFormat format = pdf > comment ? ReportFormat.PDF : ReportFormat.HTML;
        int start = Math.max(comment, pdf);
        if (start < 0) {
            return Optional.empty();
        }
        int json = start + (format == ReportFormat.PDF ? PDF : COMMENT).length();
        int end = format == ReportFormat.PDF ? text.indexOf('\n', json) : text.indexOf(COMMENT_END, json);
        if (end < 0) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(file, start);
        return Envelope.read(Arrays.copyOfRange(file, json, end))
            .filter(envelope -> Arrays.equals(of(format, body, envelope), Arrays.copyOfRange(file, start, file.length)))
            .map(envelope -> new Sealed(body, envelope));
    }

    private static String pointer(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(POINTER);
        return at < 0 ? "0" : text.substring(at + POINTER.length()).strip().split("\\s", 2)[0];
    }

    /** A report and the envelope at its end. */
    record Sealed(byte[] body, Envelope envelope) {
    }
}
