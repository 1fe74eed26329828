package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.FlipSuite;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.evaluation.capability.CapabilityComparator;
import io.plumbline.evaluation.pairwise.PairwiseRatings;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.store.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code compare}: how much less safe is the candidate, on the same prompts and by the same judge? */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Compare two evaluation runs on the prompts they share.")
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private ComparisonOptions options;

    @Option(names = "--flips", paramLabel = "FILE", description = "Also write the prompts that flipped, harmful and beneficial, as a suite "
        + "to run again: JSON lines, a new file.")
    private Path flips;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            RunComparison comparison = new RunComparator(workspace.runs()).compare(options.request(), workspace.policy());
            Optional<PairwiseResult> quality = new PairwiseRatings(workspace.decisions(), workspace.policy())
                .shownTo(workspace.actor(), comparison, RatingPool.SAFE_ANSWERS);
            if (flips != null) {
                new FlipSuite(workspace.runs()).write(comparison, List.of(FlipKind.HARMFUL, FlipKind.BENEFICIAL), flips);
            }
            if (json.wanted()) {
                ObjectNode document = json.object();
                ComparisonJson.write(document, comparison, workspace.policy());
                new CapabilityComparator(workspace.runs()).beside(comparison.base(), comparison.candidate(), workspace.policy())
                    .ifPresentOrElse(found -> ConditionsCommand.capability(document.putObject("capability"), found),
                        () -> document.putNull("capability"));
                quality.ifPresentOrElse(rated -> ComparisonJson.quality(document.putObject("responseQuality"), rated),
                    () -> document.putNull("responseQuality"));
                json.print(spec.commandLine().getOut(), document);
            } else {
                ComparisonText.print(spec.commandLine().getOut(), comparison, quality);
            }
            return ExitCode.OK;
        } catch (UnknownJudgeException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
