package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Progress;
import io.plumbline.monitoring.Figures;
import io.plumbline.monitoring.StoredTopics;
import io.plumbline.monitoring.TopicReport;
import io.plumbline.monitoring.TopicScan;
import io.plumbline.monitoring.VisibleText;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topics}: what do people ask about now that they did not before? */
@Command(name = "topics", mixinStandardHelpOptions = true,
    description = "Count what people ask about, on the baseline days and now: new, vanished, more and less frequent topics.")
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption workspaceOption;

    @Mixin
    private JsonOutput json;

    @Option(names = "--learn", description = "Learn topics from the prompts first, or add topics for prompts that fit none so far.")
    private boolean learn;

    @Option(names = "--model", description = "Use the topic model even where the log has topics of its own.")
    private boolean model;

    @Override
    public Integer call() {
        try (Workspace workspace = workspaceOption.open()) {
            TopicScan scan = new TopicScan(workspace.log(), workspace.policy(), workspace.decisions(), workspace.settings());
            StoredTopics stored = new StoredTopics(workspace);
            try (TerminalProgress progress = TerminalProgress.on(spec.commandLine().getErr())) {
                if (learn) {
                    scan.learn(progress);
                    stored.assign(progress);
                } else {
                    stored.bringUpToDate(progress);
                }
            }
            TopicReport report = model ? scan.byModel(Progress.NONE) : scan.scan(Progress.NONE);
            if (json.wanted()) {
                json.print(spec.commandLine().getOut(), document(report));
            } else {
                print(spec.commandLine().getOut(), report);
            }
            return ExitCode.OK;
        }
    }

    private ObjectNode document(TopicReport report) {
        ObjectNode document = json.object();
        document.put("source", report.source().name().toLowerCase(Locale.ROOT)).put("baselineRecords", report.before())
            .put("windowRecords", report.after()).put("without", report.without());
        ArrayNode topics = document.putArray("topics");
        report.topics().forEach(t -> topics.addObject().put("name", t.name()).put("before", t.before()).put("after", t.after())
            .put("shareBefore", t.shareBefore()).put("shareAfter", t.shareAfter()).put("adjustedP", t.adjustedP()).put("change", t.change().word()));
        return document;
    }

    private static void print(PrintWriter out, TopicReport report) {
        out.println("By " + report.source().words() + ": " + Figures.days(report.window().from(), report.window().to()) + " ("
            + Figures.count(report.after()) + " records) against " + Figures.days(report.baseline().from(), report.baseline().to()) + " ("
            + Figures.count(report.before()) + "); " + Figures.count(report.without()) + " records now without a topic.");
        for (TopicReport.Row t : report.topics()) {
            out.printf("  %-44s %7s  was %7s  %s%n", VisibleText.of(t.name()), Figures.percent(t.shareAfter()), Figures.percent(t.shareBefore()),
                t.change() == TopicReport.Change.NONE ? "" : t.change().word() + ", adjusted " + Figures.p(t.adjustedP()));
        }
        out.flush();
    }
}
