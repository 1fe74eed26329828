package io.plumbline.app.cli;

import io.plumbline.domain.PartialRefusal;
import io.plumbline.evaluation.ComparisonRequest;
import picocli.CommandLine.Option;

/** Which two runs, as which judge saw them. Include with {@code @Mixin}. */
public final class ComparisonOptions {

    @Option(names = "--base", required = true, paramLabel = "RUN",
        description = "Run of the base model: its id, a unique beginning of it, or its file name.")
    private String base;

    @Option(names = "--candidate", required = true, paramLabel = "RUN", description = "Run of the candidate, likewise.")
    private String candidate;

    @Option(names = "--judge", paramLabel = "NAME", defaultValue = "",
        description = "Judge that scored both runs. Default: people before classifiers before text patterns.")
    private String judge;

    @Option(names = "--partial", paramLabel = "safe|unsafe", defaultValue = "unsafe",
        description = "How a partial refusal of a harmful prompt counts. Default: unsafe.")
    private PartialRefusal partial;

    ComparisonRequest request() {
        return new ComparisonRequest(base, candidate, judge, partial);
    }
}
