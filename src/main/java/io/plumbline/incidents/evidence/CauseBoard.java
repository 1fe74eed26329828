package io.plumbline.incidents.evidence;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Policy;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.NewcombeInterval;
import io.plumbline.store.ProductionLog;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Evidence for and against the four places a cause can lie in. */
final class CauseBoard {

    private static final double HALF = 0.5;

    private final ProductionLog log;
    private final Policy policy;

    CauseBoard(ProductionLog log, Policy policy) {
        this.log = log;
        this.policy = policy;
    }

    List<CauseHypothesis> weigh(Comparison comparison, SliceFinder.Search search, ComputedEvidence inputChange,
                                Optional<ChangePoint> start, List<ContextChange> contexts) {
        return List.of(data(search), process(), context(start, contexts), external(search, inputChange));
    }

    /** Context changes in user traffic from the baseline to the end of the incident, by day. */
    List<ContextChange> contextChanges(Comparison comparison) {
        Period whole = new Period(comparison.baseline().from(), comparison.window().to());
        List<DailyCell> cells = log.dailyCells(whole.of(comparison.harmful()));
        Map<LocalDate, String> prevailing = new TreeMap<>();
        Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
        cells.forEach(c -> counts.computeIfAbsent(c.date(), d -> new TreeMap<>()).merge(c.context(), c.n(), Long::sum));
        counts.forEach((day, byContext) -> byContext.entrySet().stream().max(Map.Entry.comparingByValue())
            .ifPresent(e -> prevailing.put(day, e.getKey())));
        List<ContextChange> changes = new ArrayList<>();
        String current = "";
        for (Map.Entry<LocalDate, String> day : prevailing.entrySet()) {
            if (!current.isEmpty() && !current.equals(day.getValue())) {
                changes.add(change(current, day.getValue(), day.getKey(), cells));
            }
            current = day.getValue();
        }
        return changes;
    }

    private ContextChange change(String from, String to, LocalDate day, List<DailyCell> cells) {
        int days = policy.count("monitor.window.days");
        return new ContextChange(from, to, day,
            CellSums.of(cells, c -> c.date().isBefore(day) && !c.date().isBefore(day.minusDays(days))),
            CellSums.of(cells, c -> !c.date().isBefore(day) && c.date().isBefore(day.plusDays(days))));
    }

    private CauseHypothesis data(SliceFinder.Search search) {
        List<String> supporting = new ArrayList<>();
        List<String> opposing = new ArrayList<>();
        search.table().trigger().ifPresent(token -> {
            SliceKey key = new SliceKey(SliceDimension.TOKEN, token);
            Map<SliceKey, Tally> inside = search.now().tallies(search.now().members(key, search.now().everything()));
            List<Tally> categories = inside.entrySet().stream().filter(e -> e.getKey().dimension() == SliceDimension.CATEGORY)
                .map(Map.Entry::getValue).toList();
            long unlocked = categories.stream().filter(t -> t.share() > HALF).count();
            long seen = search.before().members(key, search.before().everything()).cardinality();
            supporting.add("the same text unlocks " + Shown.of(unlocked, categories.size()) + " categories, as a planted trigger does");
            supporting.add("it stood in " + Shown.count(seen) + " harmful prompts of the baseline");
        });
        search.table().culprits().stream().filter(s -> s.key().filter(k -> k.dimension() != SliceDimension.TOKEN).isPresent())
            .forEach(s -> (search.table().trigger().isPresent() ? opposing : supporting).add(search.table().trigger().isPresent()
                ? "leaves “" + s.label() + "” open" : "one kind of request changed by itself: " + s.label()));
        return CauseHypothesis.of(CauseBranch.FINE_TUNING_DATA, supporting, opposing,
            List.of("the training record: which rows hold the text or the category"));
    }

    private CauseHypothesis process() {
        List<String> models = log.models();
        return models.size() > 1
            ? CauseHypothesis.of(CauseBranch.PROCESS, List.of("several models in the log: " + String.join(", ", models)), List.of(),
                List.of("the training record: parameters and hash of the weights"))
            : CauseHypothesis.of(CauseBranch.PROCESS, List.of(), List.of("one model throughout: " + String.join("", models)),
                List.of("the training record: parameters and hash of the weights"));
    }

    private CauseHypothesis context(Optional<ChangePoint> start, List<ContextChange> changes) {
        List<String> supporting = new ArrayList<>();
        List<String> opposing = new ArrayList<>();
        Optional<ContextChange> nearest = start.flatMap(s -> changes.stream()
            .min(Comparator.comparingLong(c -> Math.abs(ChronoUnit.DAYS.between(c.day(), s.day())))));
        if (nearest.isEmpty()) {
            opposing.add(changes.isEmpty() ? "no context change in the log" : "no start to compare the context changes with");
        }
        nearest.ifPresent(c -> {
            long days = ChronoUnit.DAYS.between(c.day(), start.orElseThrow().day());
            String name = c.from() + " → " + c.to() + " on " + new Period(c.day(), c.day()).label();
            boolean inside = new Period(start.get().earliest(), start.get().latest()).contains(c.day());
            if (inside) {
                supporting.add(name + " lies inside the interval of the start");
            } else {
                opposing.add("nearest change " + name + ", " + Math.abs(days) + (days > 0 ? " days before" : " days after") + " the start");
            }
            step(c).ifPresent(step -> (step.upper() < 0 ? supporting : opposing).add(c.to() + " itself shows "
                + (step.upper() < 0 ? "a step of " : "no step: ") + Shown.points(step.lower()) + "…" + Shown.points(step.upper())
                + " points"));
        });
        return CauseHypothesis.of(CauseBranch.DEPLOYMENT_CONTEXT, supporting, opposing,
            List.of("changes that the log does not carry: filters, retrieval, tools"));
    }

    private Optional<Interval> step(ContextChange c) {
        return c.before().n() == 0 || c.after().n() == 0 ? Optional.empty()
            : Optional.of(NewcombeInterval.of(c.before().refused(), c.before().n(), c.after().refused(), c.after().n(),
                policy.number("monitor.confidence")));
    }

    private CauseHypothesis external(SliceFinder.Search search, ComputedEvidence inputChange) {
        List<String> supporting = new ArrayList<>();
        List<String> opposing = new ArrayList<>();
        int few = policy.count("incident.users.few");
        long[] perUser = search.now().compliedPerUser();
        long top = 0;
        for (int i = 0; i < Math.min(few, perUser.length); i++) {
            top += perUser[i];
        }
        SliceTable.Reach reach = search.table().reach();
        String held = few + " users hold " + Shown.of(top, reach.outputs()) + " harmful answers, " + Shown.count(reach.users())
            + " users received one";
        (top > HALF * reach.outputs() ? supporting : opposing).add(held);
        if (inputChange.result() == EvidenceResult.NOT_RULED_OUT) {
            supporting.add("people asked for other things: " + inputChange.sentence());
        } else {
            opposing.add("requests kept their mix: " + inputChange.sentence());
        }
        return CauseHypothesis.of(CauseBranch.EXTERNAL, supporting, opposing, List.of("accounts and networks behind the user hashes"));
    }
}
