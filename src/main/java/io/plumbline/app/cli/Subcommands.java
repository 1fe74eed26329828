package io.plumbline.app.cli;

import java.util.List;
import java.util.Optional;

/** The commands by their names. A class is loaded only where its name is asked for. */
final class Subcommands {

    private static final List<String> NAMES = List.of("import", "imports", "rejects", "undo", "series", "records", "runs", "compare", "trend",
        "adapters", "conditions", "gate", "gates", "context", "attest", "drift", "signals", "detectors", "triggers", "watch", "anomalies", "sampling",
        "topics", "report", "verify", "merge", "keys", "policy", "replay", "acceptances", "labels", "benchmarks", "change-points",
        "retention");

    private Subcommands() {
    }

    /** In the order in which the help lists them. */
    static List<Class<?>> all() {
        return NAMES.stream().<Class<?>>map(name -> named(name).orElseThrow()).toList();
    }

    /** The command that stands first, with at most a workspace named before it; all of them where that is none. */
    static List<Class<?>> neededFor(String... arguments) {
        int at = 0;
        while (at < arguments.length && arguments[at].startsWith("-")) {
            boolean followed = arguments[at].equals("-w") || arguments[at].equals("--workspace");
            if (!followed && !arguments[at].startsWith("--workspace=") && !arguments[at].startsWith("-w")) {
                return all();
            }
            at += followed ? 2 : 1;
        }
        return at < arguments.length ? named(arguments[at]).<List<Class<?>>>map(List::of).orElseGet(Subcommands::all) : all();
    }

    private static Optional<Class<?>> named(String name) {
        return switch (name) {
            case "import" -> Optional.of(ImportCommand.class);
            case "imports" -> Optional.of(ImportsCommand.class);
            case "rejects" -> Optional.of(RejectsCommand.class);
            case "undo" -> Optional.of(UndoCommand.class);
            case "retention" -> Optional.of(RetentionCommand.class);
            case "series" -> Optional.of(SeriesCommand.class);
            case "records" -> Optional.of(RecordsCommand.class);
            case "runs" -> Optional.of(RunsCommand.class);
            case "compare" -> Optional.of(CompareCommand.class);
            case "trend" -> Optional.of(TrendCommand.class);
            case "adapters" -> Optional.of(AdaptersCommand.class);
            case "conditions" -> Optional.of(ConditionsCommand.class);
            case "gate" -> Optional.of(GateCommand.class);
            case "gates" -> Optional.of(GatesCommand.class);
            case "context" -> Optional.of(ContextCommand.class);
            case "attest" -> Optional.of(AttestCommand.class);
            case "drift" -> Optional.of(DriftCommand.class);
            case "signals" -> Optional.of(SignalsCommand.class);
            case "detectors" -> Optional.of(DetectorsCommand.class);
            case "triggers" -> Optional.of(TriggersCommand.class);
            case "watch" -> Optional.of(WatchCommand.class);
            case "anomalies" -> Optional.of(AnomaliesCommand.class);
            case "sampling" -> Optional.of(SamplingCommand.class);
            case "topics" -> Optional.of(TopicsCommand.class);
            case "report" -> Optional.of(ReportCommand.class);
            case "verify" -> Optional.of(VerifyCommand.class);
            case "merge" -> Optional.of(MergeCommand.class);
            case "keys" -> Optional.of(KeysCommand.class);
            case "policy" -> Optional.of(PolicyCommand.class);
            case "replay" -> Optional.of(ReplayCommand.class);
            case "acceptances" -> Optional.of(AcceptancesCommand.class);
            case "labels" -> Optional.of(LabelsCommand.class);
            case "benchmarks" -> Optional.of(BenchmarksCommand.class);
            case "change-points" -> Optional.of(ChangePointsCommand.class);
            default -> Optional.empty();
        };
    }
}
