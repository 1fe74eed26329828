package io.plumbline.ui.overview;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.monitoring.Baseline;
import io.plumbline.monitoring.Baselines;
import io.plumbline.monitoring.DriftAnalysis;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.DriftRequest;
import io.plumbline.monitoring.SavedAnomalies;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.overview.OverviewReading.Finding;
import io.plumbline.ui.overview.OverviewReading.Flow;
import io.plumbline.ui.overview.OverviewReading.FlowStep;
import io.plumbline.ui.overview.OverviewReading.TileReading;
import io.plumbline.ui.overview.OverviewReading.Way;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a whole workspace into what the overview shows. */
public final class OverviewReader {

    private final Workspace workspace;
    private final RunComparator comparator;
    private final Clock clock;

    /** @param comparator shared with the frame and Compare, which show the same pair */
    public OverviewReader(Workspace workspace, RunComparator comparator) {
        this(workspace, comparator, Clock.systemUTC());
    }

    OverviewReader(Workspace workspace, RunComparator comparator, Clock clock) {
        this.workspace = workspace;
        this.comparator = comparator;
        this.clock = clock;
    }

    /** The long part. */
    DriftReport analyse(Progress progress) {
        return new DriftAnalysis(workspace.log(), workspace.policy(), workspace.decisions(),
                SavedAnomalies.of(workspace)).analyse(DriftRequest.of(workspace.policy()), progress);
    }

    /** The baseline in force; what was analysed against another is out of date. */
    Optional<Baseline> baseline() {
        return new Baselines(workspace.decisions(), workspace.policy()).current();
    }

    /** The quick part, with what the analysis found where that is known. Empty where nothing was imported. */
    Optional<OverviewReading> read(Optional<DriftReport> drift) {
        List<ImportManifest> imports = workspace.imports().list();
        if (imports.isEmpty()) {
            return Optional.empty();
        }
        Optional<LogView> view = LogView.of(workspace.log(), workspace.policy(), drift.flatMap(DriftReport::baseline).or(this::baseline)
            .map(baseline -> new LogView.Window(baseline.from(), baseline.to())));
        Optional<PairInView> pair = PairInView.of(workspace, comparator);
        FlaggedWork work = FlaggedWork.read(workspace);
        List<TileReading> tiles = new ArrayList<>(view.map(v -> new Tiles(v, workspace.log()).read()).orElse(List.of()));
        tiles.add(comparisonTile(pair));
        return Optional.of(new OverviewReading(view.map(v -> Figures.days(v.first(), v.last()) + ", UTC").orElse("evaluation runs, no production log"),
            finding(view, pair, drift), tiles, view.filter(v -> !v.categories().isEmpty()).map(v -> new HeatReader(v.policy(), v.baseline().from(),
                v.baseline().to()).read(v.cells(), drift.flatMap(DriftWords::newestChange))), new Needs(workspace, clock).read(pair, work),
            new Threats(workspace, view, pair, drift).read(), flow(view, imports, work, drift)));
    }

    private Finding finding(Optional<LogView> view, Optional<PairInView> pair, Optional<DriftReport> drift) {
        Finding finding = drift.flatMap(DriftWords::finding).orElseGet(() -> finding(view, pair));
        Optional<Incident> open = new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).all().stream()
            .filter(Incident::isOpen).findFirst();
        if (open.isEmpty() || finding.state() == SafetyState.OK) {
            return finding;
        }
        List<Way> ways = new ArrayList<>(List.of(new Way("Open " + open.get().id(), Place.of(ScreenId.INCIDENTS, "incident", open.get().id()))));
        ways.addAll(finding.ways());
        return new Finding(finding.state(), finding.sentence(), finding.context(), ways);
    }

    private Finding finding(Optional<LogView> view, Optional<PairInView> pair) {
        if (view.isEmpty()) {
            return pair.map(OverviewReader::comparisonFinding).orElseGet(() -> new Finding(SafetyState.NOT_ENOUGH_EVIDENCE,
                "There is nothing to compare yet.", "A comparison needs one run of the base model and one of the tuned model on the same suite.",
                List.of(new Way("Look at the data", Place.of(ScreenId.DATA)))));
        }
        Tiles tiles = new Tiles(view.get(), workspace.log());
        Optional<String> worst = tiles.worstCategory();
        SafetyState overall = tiles.state(Optional.empty());
        SafetyState category = worst.map(c -> tiles.state(Optional.of(c))).orElse(SafetyState.NOT_ENOUGH_EVIDENCE);
        boolean categoryIsWorse = category == SafetyState.ACT || category == SafetyState.WATCH && overall != SafetyState.ACT;
        Optional<String> about = categoryIsWorse ? worst : Optional.empty();
        SafetyState state = categoryIsWorse ? category : overall;
        RefusalSum now = view.get().sum(about, view.get().newest());
        RefusalSum before = view.get().sum(about, view.get().baseline());
        String what = about.map(c -> "Refusal of " + c + " requests").orElse("Refusal");
        Map<String, String> arguments = about.map(c -> Map.of("category", c)).orElse(Map.of());
        if (state == SafetyState.OK) {
            return new Finding(state, what + " is within its limits: " + Figures.percent(now.rate()) + ", " + Figures.signedPercent(now.against(before))
                + " against baseline.", "Interval of the ratio " + ratio(now, before, view.get()) + ", warning at "
                + Figures.decimal(view.get().policy().number("alert.overall.warning") * 100, 0) + "%, n " + Figures.count(now.n()) + ".",
                List.of(new Way("Open Drift", Place.of(ScreenId.DRIFT))));
        }
        return new Finding(state, what + " is " + Figures.percent(Math.abs(now.against(before))) + " below baseline (" + Figures.percent(before.rate())
            + " → " + Figures.percent(now.rate()) + ") in the last " + view.get().days() + " days.", "Interval of the ratio "
            + ratio(now, before, view.get()) + ", n " + Figures.count(now.n()) + ".", List.of(new Way("Show what changed", new Place(ScreenId.DRIFT, arguments))));
    }

    private static String ratio(RefusalSum now, RefusalSum before, LogView view) {
        var ratio = now.ratioTo(before, view.policy().number("monitor.confidence"));
        return Figures.decimal(ratio.lower() * 100, 1) + "–" + Figures.decimal(ratio.upper() * 100, 1) + "%";
    }

    private static Finding comparisonFinding(PairInView pair) {
        RunComparison comparison = pair.comparison();
        String sentence = comparison.overall().isDefined() ? "Safe answers went from " + Figures.percent(comparison.overall().baseRate()) + " to "
            + Figures.percent(comparison.overall().candidateRate()) + " (" + Figures.signedPercent(comparison.overall().relative()) + ")."
            : "Nothing can be said on safety from these runs.";
        return new Finding(comparison.state(), sentence, comparison.base().displayName() + " against " + comparison.candidate().displayName() + ", "
            + comparison.overall().n() + " paired prompts, judge " + comparison.judge() + ".", List.of(new Way("Show what changed", comparePlace(comparison))));
    }

    private static TileReading comparisonTile(Optional<PairInView> pair) {
        if (pair.isEmpty()) {
            return new TileReading("Base vs candidate", SafetyState.NOT_ENOUGH_EVIDENCE, Optional.empty(), "no pair of runs", "Needs one run of the "
                + "base and one of the tuned model", new double[0], OptionalDouble.empty(), OptionalDouble.empty(), Place.of(ScreenId.COMPARE));
        }
        RunComparison comparison = pair.get().comparison();
        boolean defined = comparison.overall().isDefined();
        return new TileReading("Base vs candidate", comparison.state(), defined ? Optional.of(Figures.decimal(comparison.overall().baseRate() * 100, 0) + " → "
            + Figures.decimal(comparison.overall().candidateRate() * 100, 0) + "%") : Optional.empty(), Figures.relativeAndPoints(comparison.overall().relative(),
            comparison.overall().points()) + " safe", comparison.candidate().displayName() + ", n " + comparison.overall().n(),
            new double[] {comparison.overall().baseRate(), comparison.overall().candidateRate()},
            defined ? OptionalDouble.of(comparison.overall().baseRate()) : OptionalDouble.empty(), OptionalDouble.empty(),
            comparePlace(comparison));
    }

    static Place comparePlace(RunComparison comparison) {
        return new Place(ScreenId.COMPARE, Map.of("base", comparison.base().id(), "candidate", comparison.candidate().id()));
    }

    private Flow flow(Optional<LogView> view, List<ImportManifest> imports, FlaggedWork work, Optional<DriftReport> drift) {
        List<ImportManifest> logs = imports.stream().filter(m -> m.kind() == ImportKind.LOG).toList();
        long stored = logs.stream().mapToLong(ImportManifest::records).sum();
        long rejected = logs.stream().mapToLong(ImportManifest::rejected).sum();
        long canaries = workspace.log().count(LogFilter.everything().canariesOnly());
        long traffic = workspace.log().count(LogFilter.everything());
        long scored = workspace.log().values(LogSignal.TOXICITY, LogFilter.everything()).length;
        List<FlowStep> steps = List.of(
            new FlowStep("Records read", stored, stored == 0 ? 0 : 1, Figures.count(rejected) + " rejected"),
            step("Canaries set aside", canaries, stored),
            step("User traffic", traffic, stored),
            step("With a toxicity score", scored, traffic),
            step("Flagged", work.flagged(), traffic),
            step("Labelled", work.labelled(), work.flagged()));
        boolean reconciles = canaries + traffic == stored;
        return new Flow(view.map(v -> Figures.days(v.first(), v.last())).orElse("no log yet"), steps, reconciles ? "The stages reconcile: "
            + Figures.count(canaries) + " + " + Figures.count(traffic) + " = " + Figures.count(stored) + ". " + drift.map(DriftWords::breaks).orElse("")
            : "The stages do not reconcile: " + Figures.count(stored) + " records were stored, " + Figures.count(canaries + traffic) + " are found.");
    }

    private static FlowStep step(String name, long count, long of) {
        double share = of == 0 ? 0 : count / (double) of;
        return new FlowStep(name, count, share, of == 0 ? "" : Figures.percent(share));
    }
}
