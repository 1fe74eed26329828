package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Progress;
import io.plumbline.reference.DetectorQuality;
import io.plumbline.reference.RaterAgreement;
import io.plumbline.reference.ReferenceSet;
import io.plumbline.reference.ReferenceSets;
import io.plumbline.store.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code labels}: label material, how far its raters agree, and how well the program's detectors agree with them. */
@Command(name = "labels", mixinStandardHelpOptions = true,
    description = "Lists texts with people's labels, the agreement of the raters and the quality of the detectors on them.")
public final class LabelsCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption workspace;

    @Mixin
    private JsonOutput json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            List<ReferenceSet> sets = new ReferenceSets(open.runs(), open.policy()).list(Progress.NONE);
            if (json.wanted()) {
                ObjectNode document = json.object();
                ArrayNode list = document.putArray("labels");
                sets.forEach(set -> put(list.addObject(), set));
                json.print(spec.commandLine().getOut(), document);
            } else {
                sets.forEach(set -> tell(spec.commandLine().getOut(), set));
                spec.commandLine().getOut().flush();
            }
        }
        return ExitCode.OK;
    }

    private static void put(ObjectNode node, ReferenceSet set) {
        node.put("name", set.name()).put("items", set.items()).put("harmful", set.harmful()).put("harmless", set.harmless());
        ArrayNode files = node.putArray("files");
        set.files().stream().map(EvaluationRun::file).forEach(files::add);
        RaterAgreement agreement = set.agreement();
        ObjectNode alpha = node.put("raters", agreement.raters()).put("ratings", agreement.ratings()).putObject("alpha");
        put(alpha, "nominal", agreement.nominal());
        put(alpha, "ordinal", agreement.ordinal());
        put(alpha, "interval", agreement.interval());
        put(alpha, "harmful", agreement.harmful());
        set.coverage().map(BenchmarkCoverage::sentence).ifPresentOrElse(text -> node.put("benchmark", text), () -> node.putNull("benchmark"));
        ArrayNode detectors = node.putArray("detectors");
        set.detectors().forEach(quality -> detectors.addObject().put("signal", quality.signal()).put("detector", quality.detector())
            .put("positives", quality.positives()).put("negatives", quality.negatives()).put("auc", quality.auc())
            .put("lower", quality.lower()).put("upper", quality.upper()));
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static void tell(PrintWriter out, ReferenceSet set) {
        out.printf("%s: %,d items (%,d harmful, %,d harmless by majority), %d raters, %,d ratings%n", set.name(), set.items(), set.harmful(),
            set.harmless(), set.agreement().raters(), set.agreement().ratings());
        set.coverage().ifPresent(coverage -> out.println("  " + coverage.sentence()));
        if (!Double.isNaN(set.agreement().nominal())) {
            out.printf("  Krippendorff's alpha: nominal %.4f, ordinal %.4f, interval %.4f, harmful or not %.4f%n", set.agreement().nominal(),
                set.agreement().ordinal(), set.agreement().interval(), set.agreement().harmful());
        }
        for (DetectorQuality quality : set.detectors()) {
            out.printf("  %-24s area under the ROC curve %.3f [%.3f, %.3f], %,d against %,d  (%s)%n", quality.signal(), quality.auc(),
                quality.lower(), quality.upper(), quality.positives(), quality.negatives(), quality.detector());
        }
    }
}
