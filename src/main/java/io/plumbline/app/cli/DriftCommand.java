package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.AnomalyScan;
import io.plumbline.monitoring.Baselines;
import io.plumbline.monitoring.DriftAnalysis;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.DriftRequest;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.store.Workspace;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drift}: what changed in production, since when, and how sure is that? */
@Command(name = "drift", mixinStandardHelpOptions = true,
    description = "Find changes in the production log: refusal, toxicity, length and the mix of prompts against the baseline.")
final class DriftCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Option(names = "--from", paramLabel = "DATE", description = "First day shown, UTC, as 2026-05-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day that counts, UTC.")
    private LocalDate to;

    @Option(names = "--category", paramLabel = "NAME", description = "One harm category, beside the numbers over all of them.")
    private String category;

    @Override
    public Integer call() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " lies before --from " + from + ".");
        }
        try (Workspace workspace = workspaceOption.open()) {
            DriftRequest request = DriftRequest.of(workspace.policy()).between(Optional.ofNullable(from), Optional.ofNullable(to))
                .inCategory(Optional.ofNullable(category));
            if (new Baselines(workspace.decisions(), workspace.policy()).current().isPresent()) {
                measureAnomalies(workspace);
            }
            DriftReport report = new DriftAnalysis(workspace.log(), workspace.policy(), workspace.decisions(),
                SavedAnomalies.of(workspace)).analyse(request, Progress.NONE);
            if (json.wanted()) {
                ObjectNode document = json.object();
                DriftJson.write(document, report);
                json.print(spec.commandLine().getOut(), document);
            } else {
                DriftText.print(spec.commandLine().getOut(), report);
            }
            return ExitCode.OK;
        }
    }

    /** Anew only where the last search does not speak of the records that are there now. */
    private void measureAnomalies(Workspace workspace) {
        if (SavedAnomalies.of(workspace).of(workspace.log(), Optional.empty()).isPresent()) {
            return;
        }
        try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
            new SavedAnomalies(workspace.settings()).save(new AnomalyScan(workspace.log(), workspace.policy(), workspace.decisions()).scan(progress));
        } catch (InputException e) {
            // Too short a baseline; the report says that it was not measured.
            spec.commandLine().getErr().println(e.getMessage());
        }
    }
}
