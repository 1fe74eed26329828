package io.plumbline.app.cli;

import io.plumbline.app.SampleData;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.evidence.Investigator;
import io.plumbline.monitoring.DriftAnalysis;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.DriftRequest;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.report.GateReports;
import io.plumbline.report.IncidentReports;
import io.plumbline.report.Report;
import io.plumbline.report.ReportFile;
import io.plumbline.report.ReportPrinter;
import io.plumbline.report.TextDisclosure;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The window's job where no window can be opened: the samples into a fresh workspace, the comparison, the gate, the drift analysis, and
 * both reports on disk.
 */
public final class HeadlessJob {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Path parent;
    private final PrintWriter out;
    private final Clock clock = Clock.systemUTC();
    private final List<Path> written = new ArrayList<>();

    /** @param parent folder below which this run makes one of its own */
    public HeadlessJob(Path parent, PrintWriter out) {
        this.parent = parent;
        this.out = out;
    }

    /**
     * @param whyNoWindow what the toolkit said
     * @return the exit code
     */
    public int run(String whyNoWindow) {
        say("No window can be opened here (" + whyNoWindow + "), so the job runs without one.");
        Path folder = freshFolder();
        Path directory = folder.resolve("workspace");
        try (Workspace workspace = Workspaces.open(directory, WorkspaceOption.NOBODY_NAMED)) {
            importSamples(workspace, folder.resolve("samples"));
            gate(workspace, folder);
            drift(workspace, folder);
        }
        heading("Where things are");
        say("Workspace: " + directory);
        written.forEach(file -> say("Report:    " + file));
        say("");
        say("To see it in the window, start Plumbline on a machine with a display: mvn javafx:run -Djavafx.args=\"-w " + directory + "\"");
        say("Linux needs GTK 3 (Debian and Ubuntu: apt-get install libgtk-3-0). With no screen at all, add xvfb and put");
        say("xvfb-run -a -s \"-screen 0 1600x1000x24\" before the command.");
        return ExitCode.OK;
    }

    private void importSamples(Workspace workspace, Path folder) {
        heading("Import");
        ImportService imports = new WorkspaceImportService(workspace);
        for (Path file : new SampleData().writeTo(folder)) {
            ImportManifest manifest = imports.importFile(ImportRequest.of(file), Progress.NONE);
            say(manifest.file() + ": " + manifest.format() + ", " + manifest.records() + " records, " + manifest.rejected() + " rejected"
                + (manifest.canaries() > 0 ? ", " + manifest.canaries() + " canaries kept apart" : ""));
        }
    }

    private void gate(Workspace workspace, Path folder) {
        heading("Compare, and the gate");
        List<EvaluationRun> runs = workspace.runs().onSafety();
        ComparisonRequest request = ComparisonRequest.of(runs.get(0).id(), runs.get(1).id());
        GateDossier dossier = new GateDossiers(workspace, clock).assemble(request, workspace.policy());
        ComparisonText.print(out, dossier.comparison(), Optional.empty());
        say("");
        GateText.print(out, dossier);
        write(new GateReports(workspace, clock).of(dossier, workspace.policy()), workspace, folder, "gate-report");
    }

    private void drift(Workspace workspace, Path folder) {
        heading("Drift");
        DriftReport report = new DriftAnalysis(workspace.log(), workspace.policy(), workspace.decisions(),
                SavedAnomalies.of(workspace))
            .analyse(DriftRequest.of(workspace.policy()), Progress.NONE);
        DriftText.print(out, report);
        Optional<DriftFinding> worst = report.findings().stream().filter(f -> f.level() == SafetyState.ACT).findFirst();
        worst.ifPresent(finding -> {
            IncidentScope range = IncidentScope.range(finding.date(), report.to().orElseThrow());
            IncidentScope scope = finding.category().equals(MetricSeries.ALL) ? range : range.inCategory(finding.category());
            IncidentService incidents = new IncidentService(workspace.decisions(), workspace.log(), workspace::actor);
            Investigator investigator = new Investigator(workspace.log(), workspace.policy(), workspace.decisions());
            write(new IncidentReports(workspace, incidents, investigator, clock).draft(scope, TextDisclosure.WITHHELD, Progress.NONE), workspace,
                folder, "incident-report");
        });
    }

    private void write(Report report, Workspace workspace, Path folder, String name) {
        for (String extension : List.of("html", "pdf")) {
            written.add(ReportFile.write(report, folder.resolve(name + "." + extension), ReportPrinter.signing(workspace)).file());
        }
    }

    private Path freshFolder() {
        Path folder = parent.resolve(LocalDateTime.now(clock).format(STAMP));
        try {
            for (int n = 2; Files.exists(folder); n++) {
                folder = parent.resolve(LocalDateTime.now(clock).format(STAMP) + "-" + n);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heading(String title) {
        say("");
        say("== " + title);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
