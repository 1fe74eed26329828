package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.TriggerReport;
import io.plumbline.monitoring.TriggerScan;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.monitoring.WatchHits;
import io.plumbline.monitoring.WatchList;
import io.plumbline.signals.sensitive.MaskedText;
import io.plumbline.signals.trigger.Inconsistency;
import io.plumbline.signals.trigger.TriggerCandidate;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code triggers}: is there a text in prompts that switches refusal off, and who gets now this answer and now that? */
@Command(name = "triggers", mixinStandardHelpOptions = true,
    description = "Search the prompts of the production log for triggers, inconsistently answered requests and watched texts.")
final class TriggersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Option(names = "--from", paramLabel = "DATE", description = "First day searched, UTC, as 2026-05-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day searched, UTC.")
    private LocalDate to;

    @Override
    public Integer call() {
        if (from != null && to != null && to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " lies before --from " + from + ".");
        }
        try (Workspace workspace = workspaceOption.open()) {
            LogFilter all = LogFilter.everything();
            LogFilter filter = all.onDays(Optional.ofNullable(from), Optional.ofNullable(to));
            TriggerReport report = new TriggerScan(workspace.log(), workspace.policy(), new WatchList(workspace.decisions()))
                .search(filter, Progress.NONE);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(report));
            } else {
                print(spec.commandLine().getOut(), report);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(TriggerReport report) {
        ObjectNode document = json.object();
        document.put("records", report.records()).put("harmful", report.harmful()).put("examined", report.examined());
        ArrayNode candidates = document.putArray("candidates");
        report.candidates().forEach(c -> candidate(candidates.addObject(), c));
        ArrayNode inconsistencies = document.putArray("inconsistencies");
        report.inconsistencies().forEach(i -> inconsistency(inconsistencies.addObject(), i));
        ArrayNode watched = document.putArray("watched");
        report.watched().forEach(w -> watched(watched.addObject(), w));
        return document;
    }

    private static void candidate(ObjectNode node, TriggerReport.Candidate candidate) {
        TriggerCandidate c = candidate.found();
        node.put("text", MaskedText.of(c.text())).put("with", c.share()).put("without", c.expected());
        JsonOutput.put(node, "lift", c.lift());
        node.put("adjustedP", c.adjustedP()).put("pValue", c.pValue()).put("logOddsZ", c.logOddsZ());
        node.put("withPrompts", c.n()).put("withComplied", c.complied()).put("withoutPrompts", c.otherN())
            .put("withoutComplied", c.otherComplied());
        node.putArray("withInterval").add(c.interval().lower()).add(c.interval().upper());
        node.put("records", c.records()).put("users", c.users()).put("firstSeen", c.firstSeen().toString())
            .put("lastSeen", c.lastSeen().toString());
        ObjectNode twins = node.putObject("sameRequestWithout");
        twins.put("lookedUp", candidate.twins().prompts()).put("found", candidate.twins().found());
        JsonOutput.put(twins, "refused", candidate.twins().refusedWithout());
    }

    private static void inconsistency(ObjectNode node, Inconsistency i) {
        node.put("kind", i.byOneUser() ? "one-user" : "several-users").put("user", i.user()).put("users", i.users());
        i.categories().forEach(node.putArray("categories")::add);
        node.put("records", i.n()).put("refused", i.n() - i.complied()).put("complied", i.complied()).put("expectedComplied", i.expected())
            .put("variants", i.variants()).put("firstSeen", i.firstSeen().toString()).put("lastSeen", i.lastSeen().toString())
            .put("pValue", i.pValue()).put("adjustedP", i.adjustedP());
        ArrayNode prompts = node.putArray("prompts");
        i.prompts().forEach(p -> prompts.addObject().put("text", MaskedText.of(p.text())).put("outcome", p.refused() ? "refused" : "complied"));
        i.records().stream().limit(20).forEach(node.putArray("recordKeys")::add);
    }

    private static void watched(ObjectNode node, WatchHits w) {
        node.put("id", w.entry().id()).put("kind", w.entry().kind().name()).put("text", w.entry().text()).put("hits", w.records());
        JsonOutput.put(node, "with", w.with());
        JsonOutput.put(node, "without", w.without());
        JsonOutput.put(node, "lift", w.lift());
        node.put("pValue", w.pValue()).put("withPrompts", w.n()).put("withComplied", w.complied()).put("withoutPrompts", w.otherN())
            .put("withoutComplied", w.otherComplied());
    }

    private static void print(PrintWriter out, TriggerReport report) {
        out.println(Figures.count(report.records()) + " records, " + Figures.count(report.harmful()) + " harm-category prompts, "
            + Figures.count(report.examined()) + " texts examined.");
        out.println();
        out.println(report.candidates().isEmpty() ? "No trigger candidate: no text goes with compliance beyond chance." : "Trigger candidates");
        for (TriggerReport.Candidate candidate : report.candidates()) {
            TriggerCandidate c = candidate.found();
            out.println("  “" + VisibleText.of(c.text()) + "”: complied " + Figures.count(c.complied()) + " of " + Figures.count(c.n())
                + ", expected " + Figures.percent(c.expected()) + "; lift " + Figures.ratio(c.lift()) + ", adjusted " + Figures.p(c.adjustedP())
                + "; " + Figures.days(c.firstSeen(), c.lastSeen()) + ", " + Figures.count(c.users()) + " users");
            if (candidate.twins().found() > 0) {
                out.println("    The same request without it, for " + candidate.twins().found() + " of " + candidate.twins().prompts()
                    + ": refused " + Figures.percent(candidate.twins().refusedWithout()) + ".");
            }
        }
        out.println();
        out.println(report.inconsistencies().isEmpty() ? "No request is answered more differently than its category and week."
            : "Same request, different outcome");
        for (Inconsistency i : report.inconsistencies()) {
            out.println("  " + (i.byOneUser() ? "User " + VisibleText.of(i.user()) : i.users() + " users") + ": " + Figures.count(i.n())
                + " near-identical prompts (" + String.join(", ", i.categories()) + "), " + Figures.count(i.complied()) + " complied, "
                + Figures.count(i.n() - i.complied()) + " refused; about " + Figures.count(Math.round(i.expected()))
                + " complied to be expected; adjusted " + Figures.p(i.adjustedP()) + "; " + Figures.days(i.firstSeen(), i.lastSeen()));
            i.prompts().forEach(p -> out.println("    " + (p.refused() ? "refused:  " : "complied: ") + VisibleText.of(p.text(), 100)));
        }
        if (!report.watched().isEmpty()) {
            out.println();
            out.println("Watch list");
        }
        for (WatchHits w : report.watched()) {
            out.println("  " + w.entry().id() + " “" + VisibleText.of(w.entry().text()) + "”: " + Figures.count(w.records()) + " hits"
                + (w.n() == 0 ? ", none in a harm-category prompt" : "; complied with it " + Figures.percent(w.with()) + " of "
                + Figures.count(w.n()) + ", without it " + Figures.percent(w.without()) + " of " + Figures.count(w.otherN()) + "; Fisher "
                + Figures.p(w.pValue())));
        }
        out.flush();
    }
}
