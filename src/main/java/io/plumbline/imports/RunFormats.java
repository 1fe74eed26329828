package io.plumbline.imports;

import io.plumbline.imports.benchmark.HarmBenchReader;
import io.plumbline.imports.benchmark.JailbreakBenchReader;
import io.plumbline.imports.benchmark.JudgeScoresReader;
import io.plumbline.imports.benchmark.LossEvalReader;
import io.plumbline.imports.benchmark.ProbeResponsesReader;
import io.plumbline.imports.benchmark.PromptSetReader;
import io.plumbline.imports.benchmark.RefusalDirectionReader;
import io.plumbline.imports.benchmark.XsTestReader;
import io.plumbline.imports.garak.GarakDigestReader;
import io.plumbline.imports.garak.GarakHitLogReader;
import io.plumbline.imports.garak.GarakReportReader;
import io.plumbline.imports.inspect.InspectArchiveReader;
import io.plumbline.imports.inspect.InspectJsonReader;
import io.plumbline.imports.labels.PreferencePairsReader;
import io.plumbline.imports.labels.RaterColumnsReader;
import io.plumbline.imports.labels.RaterTableReader;
import io.plumbline.imports.lmeval.LmEvalResultsReader;
import io.plumbline.imports.lmeval.LmEvalSamplesReader;
import io.plumbline.imports.lmeval.NamedScoresReader;
import io.plumbline.imports.lmeval.TaskTableReader;
import io.plumbline.imports.promptfoo.PromptfooJsonReader;
import io.plumbline.imports.promptfoo.PromptfooLinesReader;
import io.plumbline.imports.promptfoo.PromptfooTableReader;
import io.plumbline.imports.redteam.PyritMemoryReader;
import io.plumbline.imports.runs.RunReader;
import java.util.List;

/** The readers of evaluation runs and label material, in the order in which they are asked. */
final class RunFormats {

    private RunFormats() {
    }

    static List<RunReader> all() {
        return List.of(new InspectArchiveReader(), new InspectJsonReader(), new JailbreakBenchReader(), new RefusalDirectionReader(),
            new XsTestReader(), new GarakReportReader(), new GarakHitLogReader(), new GarakDigestReader(), new PromptfooJsonReader(), new LmEvalResultsReader(),
            new LmEvalSamplesReader(), new NamedScoresReader(), new PromptfooLinesReader(), new PromptfooTableReader(), new JudgeScoresReader(),
            new ProbeResponsesReader(), new PromptSetReader(), new LossEvalReader(), new HarmBenchReader(), new RaterTableReader(),
            new RaterColumnsReader(), new PreferencePairsReader(), new TaskTableReader(), new PyritMemoryReader());
    }
}
