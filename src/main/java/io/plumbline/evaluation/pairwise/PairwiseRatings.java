package io.plumbline.evaluation.pairwise;

import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.stats.Interval;
import io.plumbline.stats.agreement.AgreementBootstrap;
import io.plumbline.stats.agreement.KrippendorffAlpha;
import io.plumbline.stats.agreement.RatingLevel;
import io.plumbline.stats.power.SignTestPower;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.McNemarTest;
import io.plumbline.store.Decisions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Adds up what raters said of the pairs of two runs (R76, C23). Sessions that are still open stay unseen: their raters must stay blind. */
public final class PairwiseRatings {

    private static final int DRAWS = 500;
    private static final long SEED = 76;
    private final Decisions decisions;
    private final Policy policy;

    public PairwiseRatings(Decisions decisions, Policy policy) {
        this.decisions = decisions;
        this.policy = policy;
    }

    /** What a person may see: nothing while they have a session of their own open, since it would tell them what others prefer. */
    public Optional<PairwiseResult> shownTo(String person, RunComparison comparison, RatingPool pool) {
        return new RatingSessions(decisions).openOf(person, comparison.base().id(), comparison.candidate().id()).isPresent() ? Optional.empty()
            : Optional.of(of(comparison, pool));
    }

    /** Ratings of one pool of pairs. A rating of a prompt that is in the comparison no more does not count. */
    public PairwiseResult of(RunComparison comparison, RatingPool pool) {
        List<RatingSession> sessions = new RatingSessions(decisions).on(comparison.base().id(), comparison.candidate().id()).stream()
            .filter(session -> session.pool() == pool).toList();
        if (sessions.isEmpty()) {
            return result(pool, RatingPlan.size(comparison, pool), Map.of(), 0);
        }
        Set<String> prompts = new HashSet<>();
        RatingPlan.of(comparison, pool, 0).forEach(task -> prompts.add(task.prompt()));
        Map<String, Map<String, Rating>> byRater = new TreeMap<>();
        sessions.stream().filter(session -> !session.isOpen()).forEach(session -> session.ratings().stream()
            .filter(rating -> prompts.contains(rating.prompt()))
            .forEach(rating -> byRater.computeIfAbsent(session.rater(), name -> new LinkedHashMap<>()).put(rating.prompt(), rating)));
        return result(pool, prompts.size(), byRater, (int) sessions.stream().filter(RatingSession::isOpen).count());
    }

    private PairwiseResult result(RatingPool pool, int available, Map<String, Map<String, Rating>> byRater, int open) {
        Map<String, List<Preference>> byPrompt = new LinkedHashMap<>();
        int first = 0;
        int decided = 0;
        for (Map<String, Rating> said : byRater.values()) {
            for (Rating rating : said.values()) {
                byPrompt.computeIfAbsent(rating.prompt(), key -> new ArrayList<>()).add(rating.preference());
                decided += rating.preference().isDecided() ? 1 : 0;
                first += rating.choice() == Choice.FIRST ? 1 : 0;
            }
        }
        Map<Preference, Integer> count = new EnumMap<>(Preference.class);
        byPrompt.values().forEach(said -> count.merge(majority(said), 1, Integer::sum));
        int base = count.getOrDefault(Preference.BASE, 0);
        int candidate = count.getOrDefault(Preference.CANDIDATE, 0);
        int n = base + candidate;
        Interval interval = n == 0 ? new Interval(0, 1) : ClopperPearsonInterval.of(candidate, n, policy.number("gate.confidence"));
        int needed = SignTestPower.pairsNeeded(policy.number("gate.pairwise.share"), 1 - policy.number("gate.confidence"), policy.number("gate.power"));
        return new PairwiseResult(pool, available, base, candidate, count.getOrDefault(Preference.TIE, 0),
            count.getOrDefault(Preference.BOTH_BAD, 0), interval, n == 0 ? Double.NaN : McNemarTest.exact(base, candidate), needed, first, decided,
            byRater.entrySet().stream().map(entry -> rater(entry.getKey(), entry.getValue())).toList(), agreement(byRater, byPrompt), open,
            state(interval, n));
    }

    /** The interval decides, and a handful of pairs is never green even where all of them speak for the candidate. */
    private SafetyState state(Interval candidateShare, int decided) {
        if (candidateShare.upper() < 0.5) {
            return SafetyState.WATCH;
        }
        boolean enough = decided >= policy.count("gate.minimum.category");
        return enough && candidateShare.lower() > 1 - policy.number("gate.pairwise.share") ? SafetyState.OK : SafetyState.NOT_ENOUGH_EVIDENCE;
    }

    private static Preference majority(List<Preference> said) {
        Map<Preference, Integer> votes = new EnumMap<>(Preference.class);
        said.forEach(preference -> votes.merge(preference, 1, Integer::sum));
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Preference> winners = votes.entrySet().stream().filter(vote -> vote.getValue() == most).map(Map.Entry::getKey).toList();
        return winners.size() == 1 ? winners.get(0) : Preference.TIE;
    }

    private static PairwiseRater rater(String name, Map<String, Rating> said) {
        Map<Preference, Integer> count = new EnumMap<>(Preference.class);
        said.values().forEach(rating -> count.merge(rating.preference(), 1, Integer::sum));
        return new PairwiseRater(name, count.getOrDefault(Preference.BASE, 0), count.getOrDefault(Preference.CANDIDATE, 0),
            count.getOrDefault(Preference.TIE, 0), count.getOrDefault(Preference.BOTH_BAD, 0));
    }

    private RaterAgreement agreement(Map<String, Map<String, Rating>> byRater, Map<String, List<Preference>> byPrompt) {
        List<String> twice = byPrompt.entrySet().stream().filter(entry -> entry.getValue().size() > 1).map(Map.Entry::getKey).toList();
        int equal = (int) twice.stream().filter(prompt -> byPrompt.get(prompt).stream().distinct().count() == 1).count();
        int needed = policy.count("triage.agreement.minimum");
        if (twice.isEmpty() || twice.size() < needed) {
            return new RaterAgreement(twice.size(), equal, needed, Optional.empty());
        }
        double[][] ratings = byRater.values().stream().map(said -> twice.stream()
            .mapToDouble(prompt -> said.containsKey(prompt) ? said.get(prompt).preference().ordinal() : Double.NaN).toArray()).toArray(double[][]::new);
        return new RaterAgreement(twice.size(), equal, needed, alpha(ratings));
    }

    private Optional<RaterAgreement.Alpha> alpha(double[][] ratings) {
        ToDoubleFunction<double[][]> alpha = r -> KrippendorffAlpha.of(r, RatingLevel.NOMINAL);
        try {
            double value = alpha.applyAsDouble(ratings);
            return Double.isNaN(value) ? Optional.empty() : Optional.of(new RaterAgreement.Alpha(value,
                AgreementBootstrap.interval(ratings, alpha, policy.number("gate.confidence"), DRAWS, SEED)));
        } catch (IllegalArgumentException everyoneSaysTheSame) {
            return Optional.empty();
        }
    }
}
