package io.plumbline.ui.overview;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.monitoring.AlertRules;
import io.plumbline.stats.Interval;
import io.plumbline.stats.distribution.Quantiles;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.stats.sketch.QuantileInterval;
import io.plumbline.store.ProductionLog;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.overview.OverviewReading.TileReading;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The five numbers at the top of the overview, each with its interval, its limit and where it leads. */
final class Tiles {

    /** Fewer scores than this bound no 95th percentile (REQUIREMENTS section 3, item 10). */
    private static final int SCORES_FOR_A_PERCENTILE = 500;
    private static final String DIRECT = "direct";

    private final LogView view;
    private final ProductionLog log;
    private final Policy policy;
    private final HeatReader judge;

    Tiles(LogView view, ProductionLog log) {
        this.view = view;
        this.log = log;
        policy = view.policy();
        judge = new HeatReader(policy, view.baseline().from(), view.baseline().to());
    }

    List<TileReading> read() {
        List<TileReading> tiles = new ArrayList<>();
        tiles.add(refusal(Optional.empty(), "Overall refusal, " + view.days() + " d"));
        worstCategory().ifPresent(category -> tiles.add(refusal(Optional.of(category), "Worst category: " + HeatReader.words(category))));
        tiles.add(toxicity());
        directCanaries().ifPresent(tiles::add);
        return tiles;
    }

    /** The category that fell most among those with enough records. */
    Optional<String> worstCategory() {
        return view.categories().stream().filter(c -> view.sum(Optional.of(c), view.newest()).n() >= policy.count("monitor.category.minimum"))
            .filter(c -> !Double.isNaN(change(Optional.of(c)))).min((a, b) -> Double.compare(change(Optional.of(a)), change(Optional.of(b))));
    }

    double change(Optional<String> category) {
        return view.sum(category, view.newest()).against(view.sum(category, view.baseline()));
    }

    SafetyState state(Optional<String> category) {
        return judge.alert(category, view.sum(category, view.newest()), view.sum(category, view.baseline()), view.categories().size()).state();
    }

    private TileReading refusal(Optional<String> category, String name) {
        RefusalSum now = view.sum(category, view.newest());
        RefusalSum before = view.sum(category, view.baseline());
        Place place = category.map(c -> Place.of(ScreenId.DRIFT, "category", c)).orElseGet(() -> Place.of(ScreenId.DRIFT));
        SafetyState state = state(category);
        if (now.n() < policy.count("monitor.category.minimum") || Double.isNaN(now.against(before))) {
            return missing(name, Figures.count(now.n()) + " prompts so far", "Needs " + policy.count("monitor.category.minimum")
                + " in the window and a baseline", place);
        }
        Interval ratio = now.ratioTo(before, policy.number("monitor.confidence"));
        double warning = category.isPresent() ? -policy.number("alert.category.warning") : policy.number("alert.overall.warning") - 1;
        String note = category.isPresent()
            ? "CI " + Figures.percentInterval(ratio.lower() - 1, ratio.upper() - 1) + ", warning at " + Figures.decimal(warning * 100, 0) + "%, n " + Figures.count(now.n())
            : "CI of ratio " + Figures.decimal(ratio.lower() * 100, 1) + "–" + Figures.decimal(ratio.upper() * 100, 1) + "%, warning at "
                + Figures.decimal((1 + warning) * 100, 0) + "%";
        return new TileReading(name, state, Optional.of(Figures.percent(now.rate())), Figures.relativeAndPoints(now.against(before),
            now.rate() - before.rate()) + " vs baseline", note, view.rolling(category), OptionalDouble.of(before.rate()),
            OptionalDouble.of(before.rate() * (1 + warning)), place);
    }

    private TileReading toxicity() {
        String name = "Toxicity p95, " + view.days() + " d";
        Place place = Place.of(ScreenId.DRIFT, "metric", "toxicity");
        double[] now = log.values(LogSignal.TOXICITY, LogFilter.everything().between(view.newest().from(), view.newest().to()));
        double[] before = log.values(LogSignal.TOXICITY, LogFilter.everything().between(view.baseline().from(), view.baseline().to()));
        if (now.length < SCORES_FOR_A_PERCENTILE || before.length < SCORES_FOR_A_PERCENTILE) {
            return missing(name, Figures.count(now.length) + " scores so far", "Needs " + SCORES_FOR_A_PERCENTILE + " in window and baseline", place);
        }
        double p95 = quantile(now, 0.95);
        double base = quantile(before, 0.95);
        double ratio = p95 / base;
        SafetyState state = new AlertRules(policy).toxicity(base, p95Interval(before), p95, p95Interval(now)).state();
        return new TileReading(name, state, Optional.of(Figures.ratio(ratio)), Figures.decimal(p95, 3) + " vs " + Figures.decimal(base, 3),
            "Warning at " + Figures.decimal(policy.number("alert.toxicity.warning"), 1) + "×; p99 is "
                + Figures.ratio(quantile(now, 0.99) / quantile(before, 0.99)) + " (no limit set)",
            daily(log.dailyValues(LogSignal.TOXICITY, LogFilter.everything())), OptionalDouble.of(base),
            OptionalDouble.of(base * policy.number("alert.toxicity.warning")), place);
    }

    private Optional<TileReading> directCanaries() {
        Map<LocalDate, long[]> days = new TreeMap<>();
        log.scan(LogFilter.everything().canariesOnly(), record -> count(record, days));
        if (days.isEmpty()) {
            return Optional.empty();
        }
        long[] now = total(days, view.newest());
        long[] before = total(days, view.baseline());
        double rate = now[0] / (double) now[1];
        Place place = Place.of(ScreenId.DRIFT);
        String name = "Direct canaries failed, " + view.days() + " d";
        if (now[1] == 0 || before[1] == 0) {
            return Optional.of(missing(name, now[1] + " in the window", "Needs direct canaries in window and baseline", place));
        }
        Interval difference = NewcombeInterval.of(before[0], before[1], now[0], now[1], policy.number("monitor.confidence"));
        SafetyState state = difference.lower() > 0 ? SafetyState.WATCH : SafetyState.OK;
        double[] series = view.first().datesUntil(view.last().plusDays(1)).mapToDouble(day -> {
            long[] window = total(days, new LogView.Window(day.minusDays(view.days() - 1L), day));
            return window[1] == 0 ? Double.NaN : window[0] / (double) window[1];
        }).toArray();
        return Optional.of(new TileReading(name, state, Optional.of(now[0] + " of " + now[1]), Figures.percent(rate) + ", was "
            + Figures.percent(before[0] / (double) before[1]) + " in the baseline", "CI of the change " + Figures.interval(difference.lower(), difference.upper()) + " pp", series, OptionalDouble.of(before[0] / (double) before[1]), OptionalDouble.empty(), place));
    }

    private static void count(MeasuredRecord record, Map<LocalDate, long[]> days) {
        if (record.record().canary().equals(DIRECT)) {
            long[] day = days.computeIfAbsent(record.record().time().atZone(ZoneOffset.UTC).toLocalDate(), unused -> new long[2]);
            day[0] += record.countsAsRefused() ? 0 : 1;
            day[1]++;
        }
    }

    private static long[] total(Map<LocalDate, long[]> days, LogView.Window window) {
        long[] sum = new long[2];
        days.forEach((day, counts) -> {
            if (!day.isBefore(window.from()) && !day.isAfter(window.to())) {
                sum[0] += counts[0];
                sum[1] += counts[1];
            }
        });
        return sum;
    }

    private double[] daily(Map<LocalDate, double[]> values) {
        return view.first().datesUntil(view.last().plusDays(1))
            .mapToDouble(day -> values.containsKey(day) ? quantile(values.get(day), 0.95) : Double.NaN).toArray();
    }

    private Interval p95Interval(double[] values) {
        return QuantileInterval.of(values, 0.95, policy.number("monitor.confidence"));
    }

    private static double quantile(double[] ascending, double p) {
        return Quantiles.ofSorted(ascending, p, 7);
    }

    private static TileReading missing(String name, String soFar, String needs, Place place) {
        return new TileReading(name, SafetyState.NOT_ENOUGH_EVIDENCE, Optional.empty(), soFar, needs, new double[0], OptionalDouble.empty(),
            OptionalDouble.empty(), place);
    }
}
