package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.detection.DetectorLine;
import io.plumbline.detection.DetectorRegistry;
import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.InputException;
import io.plumbline.stats.Interval;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code detectors}: what measures, in which version, how well by people's labels; switches, and models that a person brings along. */
@Command(name = "detectors", mixinStandardHelpOptions = true,
    description = "Lists every detector with its version, whether it measures, and its precision and recall by the labels of this workspace. With a "
        + "subcommand switches one, or chooses a model. Each change is journalled and holds from the next import on.")
final class DetectorsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceOption where;

    @Mixin
    private JsonOutput json;

    @Override
    public Integer call() {
        try (Workspace workspace = where.open()) {
            List<DetectorLine> lines = registry(workspace).lines();
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("detectors");
                lines.forEach(line -> put(list.addObject(), line));
                json.print(out(), document);
            } else {
                lines.forEach(line -> out().printf(Locale.ROOT, "%-38s %-30s %-10s precision %s, recall %s%n",
                    (line.isPart() ? "  " : "") + line.id().toLowerCase(Locale.ROOT), line.quality().version(), line.state().word(), precision(line),
                    recall(line)));
                out().flush();
            }
            return ExitCode.OK;
        }
    }

    private static DetectorRegistry registry(Workspace workspace) {
        return new DetectorRegistry(workspace, new SignalDesk(workspace.decisions()));
    }

    private static void put(ObjectNode node, DetectorLine line) {
        node.put("id", line.id()).put("title", line.title()).put("version", line.quality().version()).put("state", line.state().word())
            .put("flagged", line.quality().flagged()).put("precisionLabels", line.quality().judged()).put("recallLabels", line.quality().cases());
        if (line.isPrecisionMeasured()) {
            put(node.putObject("precision"), line.quality().precision(), line.precisionInterval());
        } else {
            node.putNull("precision");
        }
        if (line.isRecallMeasured()) {
            put(node.putObject("recall"), line.quality().recall(), line.recallInterval());
        } else {
            node.putNull("recall");
        }
    }

    private static void put(ObjectNode node, double rate, Interval interval) {
        node.put("value", rate).put("lower", interval.lower()).put("upper", interval.upper());
    }

    private static String precision(DetectorLine line) {
        return line.isPrecisionMeasured() ? words(line.quality().precision(), line.precisionInterval(), line.quality().judged())
            : "not measured (" + line.quality().judged() + " labels)";
    }

    private static String recall(DetectorLine line) {
        return line.isRecallMeasured() ? words(line.quality().recall(), line.recallInterval(), line.quality().cases())
            : "not measured (" + line.quality().cases() + " labels)";
    }

    private static String words(double rate, Interval interval, long n) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f, n %d)", rate, interval.lower(), interval.upper(), n);
    }

    @Command(name = "on", mixinStandardHelpOptions = true, description = "Switches a detector, or a kind of sensitive content, on.")
    int on(@Mixin WorkspaceOption workspace, @Parameters(paramLabel = "ID", description = "As the list has it: toxicity, sensitive_content.iban.") String id) {
        try (Workspace open = workspace.open()) {
            registry(open).switchOn(id);
            return said(id + " measures from the next import on.");
        }
    }

    @Command(name = "off", mixinStandardHelpOptions = true, description = "Switches a detector, or a kind of sensitive content, off.")
    int off(@Mixin WorkspaceOption workspace, @Parameters(paramLabel = "ID", description = "As the list has it: toxicity, sensitive_content.iban.") String id) {
        try (Workspace open = workspace.open()) {
            registry(open).switchOff(id);
            return said(id + " does not measure from the next import on. Stored records keep its flags until `plumbline policy apply`.");
        }
    }

    @Command(name = "model", mixinStandardHelpOptions = true, description = "Chooses a local ONNX model for toxicity or for names of persons.")
    int model(@Mixin WorkspaceOption workspace,
              @Parameters(paramLabel = "toxicity|names", description = "What the model is for.") ModelUse use,
              @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Holds model.onnx, vocab.txt, onnxruntime.jar; for names config.json too.") Path folder,
              @Option(names = "--none", description = "Use no model of your own any more.") boolean none) {
        if ((folder == null) != none) {
            throw new InputException("Name the folder of the model, or --none to use none.");
        }
        try (Workspace open = workspace.open()) {
            SignalDesk desk = new SignalDesk(open.decisions());
            if (none) {
                forget(desk, use);
                return said("No model of your own is used for " + use.name().toLowerCase(Locale.ROOT) + " from the next import on.");
            }
            Path whole = folder.toAbsolutePath().normalize();
            return said((use == ModelUse.TOXICITY ? desk.choose(whole).version() : desk.chooseNames(whole).version()) + " is used from the next import on.");
        }
    }

    private static void forget(SignalDesk desk, ModelUse use) {
        if (use == ModelUse.TOXICITY) {
            desk.chooseBuiltIn();
        } else {
            desk.chooseNoNames();
        }
    }

    /** What a person's own model is for. */
    enum ModelUse {
        TOXICITY, NAMES
    }

    private int said(String sentence) {
        out().println(sentence);
        out().flush();
        return ExitCode.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
