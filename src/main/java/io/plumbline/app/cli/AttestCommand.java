package io.plumbline.app.cli;

import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.signoff.Attestations;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.GateSubject;
import io.plumbline.signoff.deployment.ClaimFile;
import io.plumbline.store.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code attest}: vouches, as the person at work, for evidence that the program can't see. */
@Command(name = "attest", mixinStandardHelpOptions = true, description = "Vouches for a piece of evidence at a gate.")
final class AttestCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private ComparisonOptions options;

    @Option(names = "--item", required = true, description = "What: ${COMPLETION-CANDIDATES}.")
    private EvidenceKind item;

    @Option(names = "--note", required = true, description = "What was done and found.")
    private String note;

    @Option(names = "--file", defaultValue = "", description = "File with the result; its name and SHA-256 are recorded.")
    private String file;

    @Option(names = "--minutes", defaultValue = "0", description = "Minutes spent.")
    private int minutes;

    @Option(names = "--tried", defaultValue = "0", description = "Prompts or triggers tried.")
    private int tried;

    @Option(names = "--until", paramLabel = "YYYY-MM-DD", description = "Last day on which it counts. Default: as long as runs count.")
    private LocalDate until;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            RunComparison comparison = new RunComparator(open.runs()).compare(options.request(), open.policy());
            Clock clock = Clock.systemUTC();
            LocalDate last = until != null ? until
                : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(open.policy().count("gate.evidence.days"));
            String words = file.isBlank() ? note : note.strip() + " (" + ClaimFile.words(file) + ")";
            new Attestations(open.decisions(), clock).attest(new GateSubject(comparison.base().id(), comparison.candidate().id()), item,
                words,
                minutes, tried, last);
            spec.commandLine().getOut().println(open.actor() + " vouches for “" + item.title() + "” until " + last + ".");
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (UnknownJudgeException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
