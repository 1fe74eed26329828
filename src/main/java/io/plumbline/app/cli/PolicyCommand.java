package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.signoff.PolicyDesk;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy}: what is in force and who accepted it, what is proposed instead, and the act of accepting it. */
@Command(name = "policy", mixinStandardHelpOptions = true, subcommands = PolicyApplyCommand.class,
    description = "Shows the policy, compares a proposal with it, accepts one, and applies what is in force to stored records.")
final class PolicyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which: show, diff, accept or apply? `plumbline policy --help` says more.");
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the policy in force, each value with its source.")
    int show(@Mixin WorkspaceOption where, @Mixin JsonOutput json) {
        try (Workspace open = where.open()) {
            Policy policy = open.policy();
            Optional<JournalEntry> accepted = new PolicyDesk(open).acceptance();
            if (json.wanted()) {
                json.print(out(), document(json, policy, accepted));
            } else {
                out().println(policy.name() + ", version " + policy.version() + accepted.map(entry -> ", accepted by " + entry.actor()
                    + " on "
                    + entry.time() + " (line " + entry.sequence() + ", signed with " + entry.key() + ")")
                        .orElse(", the program's defaults"));
                policy.values().forEach(value -> out().println("  " + value.key() + "  " + value.value().toPlainString() + " "
                    + value.unit() + "  ["
                    + value.source() + "]"));
                out().flush();
            }
            return ExitCode.OK;
        }
    }

    @Command(name = "diff", mixinStandardHelpOptions = true, description = "Says how a proposal differs from the policy in force.")
    int diff(@Mixin WorkspaceOption where,
             @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: policy.json in the workspace folder.") Path file) {
        try (Workspace open = where.open()) {
            Optional<PolicyDesk.Proposal> proposal = proposal(new PolicyDesk(open), file);
            if (proposal.isEmpty()) {
                out().println("Nothing is proposed that is not in force already.");
            }
            proposal.ifPresent(found -> {
                out().println(open.policy().name() + " " + open.policy().version() + " → " + found.policy().name() + " " + found.policy()
                    .version());
                found.changes().forEach(change -> out().println("  " + change.sentence()));
            });
            out().flush();
            return ExitCode.OK;
        }
    }

    @Command(name = "accept", mixinStandardHelpOptions = true, description = "Brings a proposal into force, signed by the person at work.")
    int accept(@Mixin WorkspaceOption where, @Mixin PassphraseOption passphrase,
               @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: policy.json in the workspace folder.") Path file,
               @Option(names = "--reason", required = true, description = "Why the policy is changed.") String reason) {
        try (Workspace open = where.open()) {
            passphrase.unlock(open);
            PolicyDesk desk = new PolicyDesk(open);
            PolicyDesk.Proposal proposal = proposal(desk, file)
                .orElseThrow(() -> new InputException("Nothing is proposed that is not in force already."));
            JournalEntry entry = desk.accept(proposal, reason);
            out().println(proposal.policy().name() + ", version " + proposal.policy().version() + " is in force: " + proposal.changes()
                .size()
                + " values changed, accepted by " + entry.actor() + " on line " + entry.sequence() + ".");
            out().flush();
            return ExitCode.OK;
        }
    }

    private static Optional<PolicyDesk.Proposal> proposal(PolicyDesk desk, Path file) {
        return file == null ? desk.proposal() : Optional.of(desk.proposal(file)).filter(PolicyDesk.Proposal::isChange);
    }

    private static ObjectNode document(JsonOutput json, Policy policy, Optional<JournalEntry> accepted) {
        ObjectNode document = json.object().put("name", policy.name()).put("version", policy.version());
        accepted.ifPresent(entry -> document.putObject("accepted").put("by", entry.actor()).put("at", entry.time().toString())
            .put("line", entry.sequence()).put("hash", entry.hash()).put("key", entry.key()));
        ArrayNode values = document.putArray("values");
        for (PolicyValue value : policy.values()) {
            values.addObject().put("key", value.key()).put("value", value.value().toPlainString()).put("unit", value.unit()).put("stage",
                value.stage())
                .put("comparator", value.comparator()).put("meaning", value.meaning()).put("source", value.source());
        }
        return document;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
