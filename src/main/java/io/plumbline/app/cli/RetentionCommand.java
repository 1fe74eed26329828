package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Progress;
import io.plumbline.retention.Retention;
import io.plumbline.store.TextsDue;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retention}: removes the texts of old records. The act is journalled, and the file of the database written anew. */
@Command(name = "retention", mixinStandardHelpOptions = true,
    description = "Removes the texts of production records that are older than the policy says (" + Retention.DAYS + "). Numbers, flags and labels are "
        + "kept; flagged texts go once somebody reviewed them, evidence of incidents stays. What is removed can't be brought back.")
final class RetentionCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Option(names = "--dry-run", description = "Say what would go, and remove nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            Retention retention = new Retention(open, Clock.systemUTC());
            Retention.Plan plan = retention.plan(Progress.NONE);
            Optional<Retention.Done> done = dryRun || plan.due().records() == 0 ? Optional.empty() : Optional.of(retention.remove(plan, Progress.NONE));
            if (json.wanted()) {
                printJson(plan, done);
            } else {
                print(plan, done);
            }
        }
        return ExitCode.OK;
    }

    private void printJson(Retention.Plan plan, Optional<Retention.Done> done) {
        ObjectNode document = json.object();
        document.put("policyDays", plan.days()).put("before", plan.before().toString()).put("dryRun", dryRun);
        put(document.putObject("due"), plan.due());
        ArrayNode copies = document.putArray("copiesWithTexts");
        plan.copies().forEach(copy -> copies.add(copy.toString()));
        done.ifPresent(removed -> {
            put(document.putObject("removed"), removed.removed());
            JournalEntry certificate = removed.certificate();
            document.putObject("certificate").put("sequence", certificate.sequence()).put("time", certificate.time().toString())
                .put("actor", certificate.actor()).put("hash", certificate.hash());
        });
        json.print(spec.commandLine().getOut(), document);
    }

    private static void put(ObjectNode node, TextsDue texts) {
        node.put("records", texts.records()).put("bytes", texts.bytes()).put("keptUnreviewed", texts.unreviewed())
            .put("keptEvidence", texts.evidence()).put("removedBefore", texts.removed());
    }

    private void print(Retention.Plan plan, Optional<Retention.Done> done) {
        PrintWriter out = spec.commandLine().getOut();
        TextsDue due = done.map(Retention.Done::removed).orElse(plan.due());
        out.printf("Texts are kept for %,d days (%s), so those before %s are old.%n", plan.days(), Retention.DAYS, plan.before());
        out.printf("%s: %,d records, %,d bytes of text.%n", done.isPresent() ? "Removed" : dryRun ? "Would be removed" : "Due", due.records(), due.bytes());
        out.printf("Kept: %,d flagged records that nobody reviewed yet, %,d that incidents rest on. Removed earlier: %,d.%n", due.unreviewed(),
            due.evidence(), due.removed());
        done.ifPresent(removed -> out.printf("Certificate: entry %d of the journal, %s.%n", removed.certificate().sequence(),
            removed.certificate().hash()));
        plan.copies().forEach(copy -> out.printf("%s is a copy from before an update and still holds texts. Delete it when you no longer need it.%n", copy));
        out.flush();
    }
}
