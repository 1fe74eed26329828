package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.evaluation.Words;
import io.plumbline.evaluation.suite.SuiteHistories;
import io.plumbline.evaluation.suite.SuiteHistory;
import io.plumbline.evaluation.suite.SuitePoint;
import io.plumbline.stats.Interval;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trend}: one suite over all its runs, with its breaks, and each run among its peers. */
@Command(name = "trend", mixinStandardHelpOptions = true,
    description = "Show the safe rate of one suite over all its runs, and where each run lies among its peers.")
final class TrendCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Parameters(arity = "0..1", paramLabel = "SUITE", description = "Name of the suite. Without it the suites with several runs are listed.")
    private String suite = "";

    @Option(names = "--judge", paramLabel = "NAME", description = "Judge whose verdicts count. Default: the one that most runs share.")
    private String judge = "";

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            SuiteHistories histories = new SuiteHistories(workspace.runs(), workspace.policy());
            PrintWriter out = spec.commandLine().getOut();
            if (suite.isEmpty()) {
                ObjectNode document = json.object();
                histories.suites().forEach(document.putArray("suites")::add);
                if (json.wanted()) {
                    json.print(out, document);
                } else {
                    if (histories.suites().isEmpty()) {
                        out.println("No suite was run more than once in this workspace, so there is nothing to follow yet. Runs belong together "
                            + "by the suite they name; `plumbline runs` lists them.");
                    }
                    histories.suites().forEach(out::println);
                    out.flush();
                }
                return ExitCode.OK;
            }
            SuiteHistory history = histories.of(suite, judge);
            if (json.wanted()) {
                json.print(out, document(history));
            } else {
                print(out, history);
            }
            return ExitCode.OK;
        }
    }

    private static void print(PrintWriter out, SuiteHistory history) {
        out.println(history.suite() + ", judge " + history.judge() + (history.dated() ? "" : ", in the order of the imports: not every run says when it was made")
            + ". " + (Double.isNaN(history.centre()) ? "" : "All " + history.peers() + " peers together: " + Words.percent(history.centre()) + " safe."));
        out.printf(Locale.ROOT, "%n%-12s %-36s %6s %7s %16s  %s%n", "id", "model", "n", "safe", "interval", "among peers");
        for (SuitePoint point : history.points()) {
            point.breaks().forEach(why -> out.println("--- " + why));
            out.printf(Locale.ROOT, "%-12.12s %-36.36s %6d %7s %16s  %s%n", point.run().id(), point.run().displayName(), point.n(),
                Words.percent(point.rate()), Words.interval(point.interval()), point.position().words());
        }
        out.flush();
    }

    private ObjectNode document(SuiteHistory history) {
        ObjectNode document = json.object().put("suite", history.suite()).put("judge", history.judge()).put("dated", history.dated())
            .put("peers", history.peers());
        JsonOutput.put(document, "centre", history.centre());
        ArrayNode points = document.putArray("points");
        for (SuitePoint point : history.points()) {
            ObjectNode node = points.addObject().put("run", point.run().id()).put("model", point.run().displayName())
                .put("created", point.run().created().map(Instant::toString).orElse(null)).put("judge", point.judge()).put("n", point.n())
                .put("safe", point.safe());
            JsonOutput.put(node, "rate", point.rate());
            interval(node, "interval", Optional.of(point.interval()));
            point.breaks().forEach(node.putArray("breaks")::add);
            interval(node, "warningLimits", point.warning());
            interval(node, "actionLimits", point.action());
            node.put("position", point.position().name());
        }
        return document;
    }

    private static void interval(ObjectNode node, String key, Optional<Interval> interval) {
        interval.ifPresentOrElse(found -> node.putArray(key).add(found.lower()).add(found.upper()), () -> node.putNull(key));
    }
}
