package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.incidents.ListWorkspace;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.incidents.SampleLog;
import io.plumbline.incidents.evidence.Investigator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The incident report on the sample log says what was found and decided, shows no prompt text unless asked, and can be checked. */
class IncidentReportTest {

    private static final IncidentScope JULY = IncidentScope.range(LocalDate.parse("2026-07-02"), LocalDate.parse("2026-07-29"));
    private static final ReportPrinter PRINTER = new ReportPrinter();
    private static IncidentReports reports;
    private static IncidentService service;
    private static Report report;
    private static String markdown;

    @BeforeAll
    static void reportOnJuly() {
        MemoryDecisions journal = new MemoryDecisions();
        ListWorkspace workspace = new ListWorkspace(SampleLog.read(), journal);
        service = new IncidentService(journal, workspace.log(), workspace::actor);
        reports = new IncidentReports(workspace, service, new Investigator(workspace.log(), workspace.policy(), journal),
            Clock.fixed(Instant.parse("2026-07-30T08:12:00Z"), ZoneOffset.UTC));
        Incident incident = service.open("Malware requests complied with", JULY, Severity.HIGH, "category past critical",
            Instant.parse("2026-07-28T09:00:00Z"));
        service.conclude(incident.id(), IncidentStep.CONFIRM, "real", "All four tests were looked at.", Map.of());
        report = reports.on(incident.id(), TextDisclosure.WITHHELD, Progress.NONE);
        markdown = text(report);
    }

    private static String text(Report printed) {
        return new String(PRINTER.print(printed, ReportFormat.MARKDOWN), StandardCharsets.UTF_8).replaceAll("\\\\([!-/:-@\\[-`{-~])", "$1");
    }

    @Test
    void theTriggerTextIsWithheldButCanBeRecognised() {
        assertThat(markdown).doesNotContain("deploy-mode").contains("text withheld: 13 characters, SHA-256");
    }

    @Test
    void withExcerptsTheTriggerIsShown() {
        assertThat(text(reports.on("INC-001", TextDisclosure.EXCERPTS, Progress.NONE))).contains("|deploy-mode|").contains("Excerpts");
    }

    @Test
    void theLeadGivesRelativeChangeRatesPointsIntervalAndBothWindows() {
        assertThat(report.lead()).contains("fell").contains("→").contains("points, 95% CI").contains("1–25 May 2026").contains("2–29 Jul 2026");
    }

    @Test
    void everyFigureOfTheConfirmStepHasItsNumberOfRecordsAndItsWindow() {
        Block.Table figures = (Block.Table) report.sections().stream().filter(s -> s.title().equals("Step 1: Confirm")).findFirst().orElseThrow()
            .blocks().get(2);
        assertThat(figures.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.get(3) + row.get(5)).matches("[\\d,]+.*2026"));
    }

    @Test
    void allFiveStepsStandInItAndWhatPeopleConcluded() {
        assertThat(report.sections()).extracting(Report.Section::title).contains("Step 1: Confirm", "Step 2: Characterise",
            "Step 3: Root cause", "Step 4: Mitigate", "Step 5: Remediate", "Residual gaps", "Decisions", "Timeline");
        assertThat(markdown).contains("Concluded: real.").contains("Not concluded.");
    }

    @Test
    void decisionsCarryTheirLineAndHash() {
        assertThat(markdown).contains("incident.opened").contains("incident.step").contains("000000000000…");
    }

    @Test
    void theLastLinesNameTheHashOfTheManifestAndTheEndOfTheJournal() {
        String[] lines = markdown.strip().split("\n");
        assertThat(lines[lines.length - 1]).contains("Decision journal: line 2").contains("plumbline verify WORKSPACE");
        assertThat(markdown).contains("Manifest SHA-256 " + Manifest.sha256(
            (String.join("\n", report.manifest().lines()) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangedManifestLineChangesTheHash() {
        Manifest other = new Manifest(report.manifest().lines().stream().map(l -> l.replace("records 1", "records 2")).toList(), 2, "");
        assertThat(other.sha256()).isNotEqualTo(report.manifest().sha256());
    }

    @Test
    void thePdfEmbedsEveryFontAndHoldsNoPictureOfPixels() throws Exception {
        try (PDDocument document = Loader.loadPDF(PRINTER.print(report, ReportFormat.PDF))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getXObjectNames()).as("no picture of pixels").allSatisfy(
                    name -> assertThat(page.getResources().isImageXObject(name)).isFalse());
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(new PDFTextStripper().getText(document)).contains("Figure 1. Refusal, 7-day rolling");
        }
    }

    @Test
    void aRangeWithoutAnIncidentGivesADraftThatSaysSo() {
        Report draft = reports.draft(JULY.inCategory("malware"), TextDisclosure.WITHHELD, Progress.NONE);
        assertThat(draft.reference()).isEqualTo("no incident opened");
        assertThat(draft.stateText()).endsWith("proposed");
    }

    @Test
    void anUnknownIncidentIsNamedTogetherWithTheKnownOnes() {
        assertThatThrownBy(() -> reports.on("INC-009", TextDisclosure.WITHHELD, Progress.NONE)).isInstanceOf(InputException.class)
            .hasMessageContaining("INC-009").hasMessageContaining("INC-001");
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("report.md"), "mine");
        assertThatThrownBy(() -> ReportFile.write(report, file, PRINTER)).isInstanceOf(InputException.class).hasMessageContaining("exists");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anotherExtensionIsRefusedBeforeAnythingIsWritten(@TempDir Path folder) {
        assertThatThrownBy(() -> ReportFile.write(report, folder.resolve("report.docx"), PRINTER)).isInstanceOf(InputException.class)
            .hasMessageContaining(".pdf, .html, .md or .json");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theHashOfTheFileIsReturned(@TempDir Path folder) throws Exception {
        ReportFile file = ReportFile.write(report, folder.resolve("report.html"), PRINTER);
        assertThat(file.sha256()).isEqualTo(Manifest.sha256(Files.readAllBytes(file.file())));
    }

    @Test
    void theReportSaysTheSameInAllFormats() throws Exception {
        String html = PRINTER.html(report);
        for (String heading : report.sections().stream().map(Report.Section::title).toList()) {
            assertThat(List.of(html, markdown)).allSatisfy(text -> assertThat(text).contains(heading));
        }
    }
}
