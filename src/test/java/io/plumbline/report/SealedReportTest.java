package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.domain.SafetyState;
import io.plumbline.keys.Envelope;
import io.plumbline.keys.SigningKey;
import io.plumbline.store.EnrolledKey;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report fails as soon as one byte of it is another (REQUIREMENTS section 6, check 12). */
class SealedReportTest {

    private static final char[] PASSPHRASE = "correct horse".toCharArray();

    @TempDir
    Path directory;
    private Workspace workspace;
    private EnrolledKey key;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Anna");
        key = workspace.people().createKey("Anna", PASSPHRASE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Report small() {
        List<Report.Section> sections = List.of(new Report.Section("Facts", List.of(new Block.Paragraph("",
            "95 of 100 <b>&copy;</b> --> %%EOF"))));
        return new Report("Gate report", "G-1", "Approved", "2026-07-01", "model", "Title", SafetyState.OK, "Outcome", "none", "Lead",
            sections, "Caveat",
            new Manifest(List.of("one line"), 1, "0".repeat(64)));
    }

    private byte[] sealed(ReportFormat format) {
        return ReportPrinter.signing(workspace).print(small(), format);
    }

    private static ReportVerification verify(byte[] file) {
        return ReportVerifier.verify(file, Optional.empty());
    }

    /** The body stands for itself by a hash; it is short here so that each of its bytes can be tried. */
    private byte[] tiny(ReportFormat format, String body) {
        return new ReportSigner(workspace).seal(body.getBytes(StandardCharsets.US_ASCII), format, small());
    }

    private static void everyByteCounts(byte[] file) {
        assertThat(verify(file).wrong()).isEmpty();
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= 1;
            assertThat(verify(changed).holds()).as("byte %d, %c", at, file[at]).isFalse();
            changed[at] = ' ';
            assertThat(file[at] == ' ' || !verify(changed).holds()).as("byte %d blanked", at).isTrue();
        }
        assertThat(verify(Arrays.copyOf(file, file.length - 1)).holds()).isFalse();
        assertThat(verify(Arrays.copyOf(file, file.length + 1)).holds()).isFalse();
    }

    @Test
    void everyByteOfASmallHtmlReportCounts() {
        everyByteCounts(tiny(ReportFormat.HTML, "<p>95 of 100</p>\n"));
    }

    @Test
    void everyByteOfASmallPdfReportCounts() {
        everyByteCounts(tiny(ReportFormat.PDF, "%PDF-1.7\nstartxref\n1234\n%%EOF\n"));
    }

    @Test
    void everyByteOfASmallMarkdownReportCounts() {
        everyByteCounts(tiny(ReportFormat.MARKDOWN, "# 95 of 100\n"));
    }

    @Test
    void everyByteOfAJsonReportCounts() {
        everyByteCounts(sealed(ReportFormat.JSON));
    }

    @Test
    void whatThePrinterMakesHoldsInEveryFormatAndFailsOnOneByteInTheMiddle() {
        for (ReportFormat format : ReportFormat.values()) {
            byte[] file = sealed(format);
            assertThat(verify(file).wrong()).as(format.name()).isEmpty();
            file[file.length / 3] ^= 4;
            assertThat(verify(file).holds()).as(format.name()).isFalse();
        }
    }

    @Test
    void aSealedPdfIsStillAPdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(sealed(ReportFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(document)).contains("95 of 100");
        }
    }

    @Test
    void theSignersNameAndEnrolmentAreInTheReport() {
        ReportVerification found = verify(sealed(ReportFormat.HTML));
        assertThat(found.signer()).isEqualTo("Anna");
        assertThat(found.enrolled()).hasValueSatisfying(enrolled -> {
            assertThat(enrolled.fingerprint()).isEqualTo(key.fingerprint());
            assertThat(enrolled.owner()).isEqualTo("Anna");
            assertThat(enrolled.isPersonal()).isTrue();
        });
    }

    @Test
    void withALockedKeyTheDeviceSignsAndSaysSo() {
        workspace.people().lock();
        workspace.decisions().record("label.set", "x", Map.of());
        assertThat(verify(sealed(ReportFormat.HTML)).enrolled()).hasValueSatisfying(enrolled -> assertThat(enrolled.isPersonal())
            .isFalse());
    }

    @Test
    void aPinnedKeyThatDidNotSignIsRefused() {
        byte[] file = sealed(ReportFormat.JSON);
        assertThat(ReportVerifier.verify(file, Optional.of(key.key())).holds()).isTrue();
        assertThat(ReportVerifier.verify(file, Optional.of(SigningKey.generate().publicKey())).wrong().orElseThrow())
            .contains("not with the one");
    }

    @Test
    void asJsonItIsAnInTotoStatementInAnEnvelope() throws IOException {
        Envelope envelope = Envelope.read(sealed(ReportFormat.JSON)).orElseThrow();
        assertThat(envelope.payloadType()).isEqualTo("application/vnd.in-toto+json");
        JsonNode statement = new ObjectMapper().readTree(envelope.payload());
        assertThat(statement.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("subject").path(0).path("digest").path("sha256").asText()).hasSize(64);
        assertThat(statement.path("predicate").path("report").path("sections").path(0).path("title").asText()).isEqualTo("Facts");
    }

    @Test
    void aReportWithoutASealDoesNotHold() {
        assertThat(verify(new ReportPrinter().print(small(), ReportFormat.HTML)).wrong().orElseThrow()).contains("no seal");
        assertThat(verify(new byte[0]).holds()).isFalse();
    }

    @Test
    void aSealMovedToAnotherReportDoesNotHold() {
        byte[] one = tiny(ReportFormat.HTML, "<p>95 of 100</p>\n");
        String other = new String(one, StandardCharsets.US_ASCII).replace("95 of 100", "99 of 100");
        assertThat(verify(other.getBytes(StandardCharsets.US_ASCII)).wrong().orElseThrow()).contains("changed after it was written");
    }
}
