package io.plumbline.app.cli;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.evidence.Investigator;
import io.plumbline.report.IncidentReports;
import io.plumbline.report.Report;
import io.plumbline.report.TextDisclosure;
import io.plumbline.store.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report incident}: an incident with its evidence computed anew, or a draft on days that nobody has opened one on. */
@Command(name = "incident", mixinStandardHelpOptions = true, description = "Write the report on an incident, or a draft on a range of days.")
final class ReportIncidentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private About about;

    @Option(names = "--excerpts", description = "Show short excerpts of prompts and responses. Default: no text of either.")
    private boolean excerpts;

    @Mixin
    private ReportOutput output;

    /** What the report is about: one or the other. */
    static final class About {

        @Option(names = "--incident", required = true, paramLabel = "ID", description = "An incident, for example INC-001.")
        private String incident;

        @ArgGroup(exclusive = false)
        private Range range;
    }

    /** Days that nobody has opened an incident on. */
    static final class Range {

        @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day of a draft, UTC, as 2026-07-02.")
        private LocalDate from;

        @Option(names = "--to", required = true, paramLabel = "DAY", description = "Last day of a draft, inclusive.")
        private LocalDate to;

        @Option(names = "--category", paramLabel = "NAME", description = "Harm category the draft is about. Default: all.")
        private String category;
    }

    @Override
    public Integer call() {
        output.check();
        TextDisclosure disclosure = excerpts ? TextDisclosure.EXCERPTS : TextDisclosure.WITHHELD;
        Optional<IncidentScope> scope = Optional.ofNullable(about.range).map(this::scope);
        try (Workspace workspace = workspaceOption.open()) {
            IncidentReports reports = new IncidentReports(workspace,
                new IncidentService(workspace.decisions(), workspace.log(), workspace::actor),
                new Investigator(workspace.log(), workspace.policy(), workspace.decisions()), Clock.systemUTC());
            scope.flatMap(IncidentScope::category).ifPresent(category -> known(category, workspace));
            Report report = scope.isPresent() ? reports.draft(scope.get(), disclosure, Progress.NONE)
                : reports.on(about.incident, disclosure, Progress.NONE);
            output.write(report, "incident", workspace, spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    private IncidentScope scope(Range range) {
        if (range.to.isBefore(range.from)) {
            throw new ParameterException(spec.commandLine(), "The range ends on " + range.to + ", before it begins on " + range.from + ".");
        }
        return new IncidentScope(range.from, range.to, Optional.ofNullable(range.category), List.of());
    }

    private static void known(String category, Workspace workspace) {
        if (!workspace.log().harmCategories().isEmpty() && !workspace.log().harmCategories().contains(category)) {
            throw new InputException("The log has no harm category “" + category + "”. It has: "
                + String.join(", ", workspace.log().harmCategories()) + ".");
        }
    }
}
