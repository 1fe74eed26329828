package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Severity;
import io.plumbline.domain.TextSpan;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.ListLog;
import io.plumbline.incidents.ListWorkspace;
import io.plumbline.incidents.MemoryDecisions;
import io.plumbline.incidents.SampleLog;
import io.plumbline.incidents.evidence.Investigator;
import io.plumbline.signals.sensitive.NameModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is sensitive stays covered up in a report with excerpts, in every format. */
class MaskedReportTest {

    private static final String WORDS = "Jane Roe, jane.roe@example.com, card 4111 1111 1111 1111. ";
    private static final ReportPrinter PRINTER = new ReportPrinter();

    @Test
    void excerptsAreCoveredUpInEveryFormat() throws IOException {
        Report report = report();
        for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.MARKDOWN)) {
            String shown = text(format, PRINTER.print(report, format));
            assertThat(shown).as(format.name()).doesNotContain("jane.roe").doesNotContain("4111 1111").doesNotContain("Jane Roe");
        }
        assertThat(text(ReportFormat.HTML, PRINTER.print(report, ReportFormat.HTML))).contains("[name], [e-mail address], card [payment card]");
    }

    private static String text(ReportFormat format, byte[] printed) throws IOException {
        if (format == ReportFormat.PDF) {
            try (PDDocument document = Loader.loadPDF(printed)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            }
        }
        return new String(printed, StandardCharsets.UTF_8);
    }

    private static Report report() {
        MemoryDecisions journal = new MemoryDecisions();
        List<MeasuredRecord> records = new ArrayList<>();
        SampleLog.read().scan(LogFilter.everything(), record -> records.add(withWords(record)));
        ListWorkspace workspace = new ListWorkspace(new ListLog(records), journal);
        IncidentService service = new IncidentService(journal, workspace.log(), workspace::actor);
        IncidentReports reports = new IncidentReports(workspace, service, new Investigator(workspace.log(), workspace.policy(), journal),
            Clock.fixed(Instant.parse("2026-07-30T08:12:00Z"), ZoneOffset.UTC));
        service.open("Malware requests complied with", IncidentScope.range(LocalDate.parse("2026-07-02"), LocalDate.parse("2026-07-29")), Severity.HIGH, "category past critical", Instant
            .parse("2026-07-28T09:00:00Z"));
        return reports.on("INC-001", TextDisclosure.EXCERPTS, Progress.NONE);
    }

    private static MeasuredRecord withWords(MeasuredRecord measured) {
        LogRecord log = measured.record();
        LogRecord told = new LogRecord(log.id(), log.time(), log.model(), log.user(), log.session(), log.turn(), log.context(), log.language(), log.category(),
            log.topic(), WORDS + log.prompt(), WORDS + log.response(), log.finishReason(), log.promptTokens(), log.completionTokens(), log.latencyMillis(),
            log.sourceRefused(), log.toxicity(), log.detectorVersion(), log.canary(), log.inclusionProbability(), log.feedback());
        return new MeasuredRecord(told, measured.refusal(), List.of(), measured.detectorVersions(), measured.language(), measured.topic(), measured.signals(),
            List.of(named(InText.PROMPT), named(InText.RESPONSE)));
    }

    private static Flag named(InText text) {
        return new Flag(FlagKind.PERSONAL_DATA, NameModel.DETECTOR, "names-onnx test", Double.NaN, "names a person", text == InText.PROMPT,
            List.of(new TextSpan(0, 8)));
    }

    private enum InText {
        PROMPT, RESPONSE
    }
}
