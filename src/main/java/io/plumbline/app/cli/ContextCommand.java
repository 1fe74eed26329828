package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.EvidenceOwners;
import io.plumbline.signoff.deployment.ClaimFile;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Reach;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.signoff.deployment.WeightsSource;
import io.plumbline.store.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code context}: where a candidate will stand. Without an act it shows what was recorded; exit code 1 where nothing was. */
@Command(name = "context", mixinStandardHelpOptions = true, description = "Shows or records a candidate's deployment context.")
final class ContextCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    /** Not required by the parser, which would ask for it before an act, too. */
    @Option(names = "--candidate", paramLabel = "RUN", description = "Run of the candidate: id, beginning of it, or file name.")
    private String candidate;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (candidate == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--candidate=RUN'");
        }
        try (Workspace open = workspace.open()) {
            EvaluationRun run = run(open, candidate);
            Optional<DeploymentContext> context = new DeploymentContexts(open.decisions()).of(run);
            if (json.wanted()) {
                ObjectNode document = json.object().put("candidate", run.displayName()).put("recorded", context.isPresent())
                    .put("by", context.map(DeploymentContext::by).orElse(""));
                ObjectNode facts = document.putObject("facts");
                context.map(DeploymentContext::facts).orElse(Map.of()).forEach(facts::put);
                json.print(spec.commandLine().getOut(), document);
            } else {
                say(context.map(found -> run.displayName() + ", recorded by " + found.by()).orElse("No deployment context is recorded for "
                    + run.displayName() + "."));
                context.map(DeploymentContext::facts).orElse(Map.of()).forEach((name, fact) -> say("  " + name + ": " + fact));
            }
            return context.isPresent() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    @Command(name = "set", mixinStandardHelpOptions = true,
        description = "Records the context anew, whole. Decisions that rested on another one become stale.")
    int set(@Mixin WorkspaceOption where,
            @Option(names = "--candidate", required = true, paramLabel = "RUN", description = "Run of the candidate.") String of,
            @Option(names = "--access", required = true, description = "hosted_api, open_weights or adapter.") ModelAccess access,
            @Option(names = "--who", required = true, description = "Who can reach the model.") String who,
            @Option(names = "--threat", description = "curious_users, adaptive_attackers, insiders, supply_chain; may be repeated.")
            Set<ThreatActor> actors,
            @Option(names = "--tools", defaultValue = "", description = "What it may act with.") String tools,
            @Option(names = "--guard", defaultValue = "", description = "Filter or classifier that guards it in production.") String guard,
            @Option(names = "--domain", defaultValue = "", description = "What it is for.") String domain,
            @Option(names = "--category", description = "Category of the suite that is of this domain; may be repeated.")
            List<String> categories,
            @Option(names = "--traffic", defaultValue = "-1", description = "Requests expected a day.") long traffic,
            @Option(names = "--harmful-share", defaultValue = "NaN", description = "Share of them that ask for harm, 0 to 1.") double share,
            @Option(names = "--base", defaultValue = "", description = "Model underneath, and whose it is.") String base,
            @Option(names = "--source", defaultValue = "OWN", description = "Who made what was put on it: own, vendor or community.")
            WeightsSource source,
            @Option(names = "--adapter", description = "Adapter in use; may be repeated.") List<String> adapters,
            @Option(names = "--claim", paramLabel = "CATEGORY=FILE",
                description = "Category that the provider says it evaluated, and the file that says so; may be repeated.")
            Map<String, String> claims,
            @Option(names = "--owner", defaultValue = "", description = "Who answers for evidence that has no owner of its own.")
            String owner) {
        try (Workspace open = where.open()) {
            EvaluationRun run = run(open, of);
            Map<String, String> hashed = new LinkedHashMap<>();
            Optional.ofNullable(claims).orElse(Map.of()).forEach((category, file) -> hashed.put(category, ClaimFile.words(file)));
            DeploymentContext context = new DeploymentContexts(open.decisions()).record(run, new DeploymentContext(
                new Reach(access, who, Optional.ofNullable(actors).orElse(Set.of()), tools, guard),
                new Purpose(domain, Optional.ofNullable(categories).orElse(List.of())), new Traffic(traffic, share),
                new Weights(base, source, Optional.ofNullable(adapters).orElse(List.of())), hashed, owner, open.actor()));
            say("Recorded for " + run.displayName() + " by " + context.by() + ".");
            return ExitCode.OK;
        }
    }

    @Command(name = "owner", mixinStandardHelpOptions = true, description = "Names who sees to one piece of evidence.")
    int owner(@Mixin WorkspaceOption where,
              @Option(names = "--candidate", required = true, paramLabel = "RUN", description = "Run of the candidate.") String of,
              @Option(names = "--item", required = true, description = "Evidence: ${COMPLETION-CANDIDATES}.") EvidenceKind item,
              @Parameters(paramLabel = "NAME", description = "Who sees to it.") String name) {
        try (Workspace open = where.open()) {
            EvaluationRun run = run(open, of);
            new EvidenceOwners(open.decisions(), run).assign(item, name);
            say(name + " sees to “" + item.title() + "” of " + run.displayName() + ".");
            return ExitCode.OK;
        }
    }

    private static EvaluationRun run(Workspace open, String reference) {
        return open.runs().find(reference).orElseThrow(() -> new InputException("No run “" + reference
            + "” is in this workspace. `plumbline runs` lists them."));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
