package io.plumbline.signals.trigger;

import io.plumbline.stats.BinomialTail;
import io.plumbline.stats.multiplicity.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds requests that are asked again and again and answered now this way, now that (R60): first those of one account,
 * all its requests together, then the same
 * request from several. Some answers differ anyhow, because a model refuses at a rate; what counts is more disagreement than prompts of the
 * same categories and weeks show.
 */
public final class RepeatedRequests {

    private static final int MOST_PROMPTS = 3_000_000;
    private static final int MOST_TEXTS = 60_000;
    private static final double LEAST_MINORITY = 0.1;
    private static final int FEWEST_OF_MINORITY = 2;

    private final int fewest;
    private final double alpha;
    private final Map<Long, Integer> requests = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> users = new HashMap<>();
    private final List<String> userNames = new ArrayList<>();
    private final Map<HarmPrompt.Stratum, Integer> strata = new HashMap<>();
    private final IntList request = new IntList();
    private final IntList user = new IntList();
    private final IntList stratum = new IntList();
    private final BitSet complied = new BitSet();

    /**
     * @param fewest repeats on which an inconsistent answer is judged
     * @param alpha  level after adjustment
     */
    public RepeatedRequests(int fewest, double alpha) {
        this.fewest = fewest;
        this.alpha = alpha;
    }

    /** One harm-category prompt of user traffic. */
    public void add(HarmPrompt prompt) {
        if (request.size() >= MOST_PROMPTS) {
            return;
        }
        complied.set(request.size(), !prompt.refused());
        request.add(requests.computeIfAbsent(prompt.requestHash(), hash -> {
            texts.add(texts.size() < MOST_TEXTS ? prompt.text() : "");
            return requests.size();
        }));
        user.add(prompt.user().isEmpty() ? -1 : users.computeIfAbsent(prompt.user(), name -> {
            userNames.add(name);
            return users.size();
        }));
        stratum.add(strata.computeIfAbsent(prompt.stratum(), s -> strata.size()));
    }

    /** What was found, one account's repeats first; to be filled with examples from one more pass over the prompts. */
    public List<RepeatedGroup> found() {
        int[] family = families();
        int[][] rates = rates();
        Map<Long, Group> byUser = new HashMap<>();
        for (int i = 0; i < request.size(); i++) {
            if (user.get(i) >= 0) {
                group(byUser, (long) family[request.get(i)] << 32 | user.get(i), i);
            }
        }
        List<Group> ofOne = significant(byUser, rates);
        Set<Long> explained = new HashSet<>();
        ofOne.forEach(g -> explained.add(g.key));
        Map<Long, Group> byFamily = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < request.size(); i++) {
            boolean repeated = user.get(i) >= 0 && !seen.add((long) request.get(i) << 32 | user.get(i));
            if (!repeated && !explained.contains((long) family[request.get(i)] << 32 | user.get(i))) {
                group(byFamily, (long) family[request.get(i)], i);
            }
        }
        List<RepeatedGroup> found = new ArrayList<>();
        Map<Integer, Group> byName = new LinkedHashMap<>();
        ofOne.forEach(g -> byName.computeIfAbsent((int) g.key, u -> new Group(g.key)).take(g));
        byName.forEach((number, all) -> found.add(named(all, userNames.get(number), Set.of())));
        significant(byFamily, rates).forEach(g -> found.add(named(g, "", usersOf(explained, g.key))));
        return found;
    }

    private Set<String> usersOf(Set<Long> explained, long family) {
        Set<String> names = new HashSet<>();
        explained.stream().filter(key -> key >> 32 == family).forEach(key -> names.add(userNames.get(key.intValue())));
        return names;
    }

    private RepeatedGroup named(Group group, String userName, Set<String> without) {
        Set<Long> hashes = new HashSet<>();
        requests.forEach((hash, number) -> {
            if (group.requests.get(number)) {
                hashes.add(hash);
            }
        });
        return new RepeatedGroup(hashes, userName, without, group.n, group.complied, group.expected, group.pValue, group.adjusted);
    }

    /** The family of near-identical wordings of each request. */
    private int[] families() {
        int[] family = new int[texts.size()];
        RequestTexts gathered = new RequestTexts();
        int alone = texts.size();
        for (int i = 0; i < family.length; i++) {
            family[i] = texts.get(i).isEmpty() ? alone + i : gathered.leader(texts.get(i));
        }
        return family;
    }

    /** Prompts of each category and week, and those complied with. */
    private int[][] rates() {
        int[][] rates = new int[strata.size()][2];
        for (int i = 0; i < stratum.size(); i++) {
            rates[stratum.get(i)][0]++;
            rates[stratum.get(i)][1] += complied.get(i) ? 1 : 0;
        }
        return rates;
    }

    private void group(Map<Long, Group> groups, long key, int i) {
        Group group = groups.computeIfAbsent(key, Group::new);
        group.n++;
        group.complied += complied.get(i) ? 1 : 0;
        group.records.add(i);
        group.requests.set(request.get(i));
    }

    /** Complied with, were the group like the other prompts of its categories and weeks. */
    private double expected(Group group, int[][] rates) {
        Map<Integer, int[]> own = new HashMap<>();
        for (int i = 0; i < group.records.size(); i++) {
            int[] cell = own.computeIfAbsent(stratum.get(group.records.get(i)), s -> new int[2]);
            cell[0]++;
            cell[1] += complied.get(group.records.get(i)) ? 1 : 0;
        }
        double expected = 0;
        for (Map.Entry<Integer, int[]> entry : own.entrySet()) {
            int[] all = rates[entry.getKey()];
            int[] cell = entry.getValue();
            expected += all[0] == cell[0] ? cell[1] : (double) cell[0] * (all[1] - cell[1]) / (all[0] - cell[0]);
        }
        return expected;
    }

    private List<Group> significant(Map<Long, Group> groups, int[][] rates) {
        List<Group> tested = groups.values().stream().filter(g -> g.n >= fewest).sorted(Comparator.comparingLong(g -> g.key)).toList();
        double[] p = new double[tested.size()];
        for (int i = 0; i < p.length; i++) {
            tested.get(i).expected = expected(tested.get(i), rates);
            tested.get(i).test();
            p[i] = tested.get(i).pValue;
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<Group> found = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            tested.get(i).adjusted = adjusted[i];
            if (adjusted[i] < alpha) {
                found.add(tested.get(i));
            }
        }
        found.sort(Comparator.comparingDouble((Group g) -> g.pValue).thenComparingLong(g -> g.key));
        return found;
    }

    /** Records that belong together. */
    private static final class Group {
        private final long key;
        private final BitSet requests = new BitSet();
        private final IntList records = new IntList();
        private int n;
        private int complied;
        private double expected;
        private double pValue = 1;
        private double adjusted = 1;

        Group(long key) {
            this.key = key;
        }

        /** Adds another family of requests of the same account. */
        void take(Group other) {
            n += other.n;
            complied += other.complied;
            expected += other.expected;
            requests.or(other.requests);
            pValue = Math.min(pValue, other.pValue);
            adjusted = Math.min(adjusted, other.adjusted);
        }

        /** The rarer answer of its kind must come more often than the kind's rate gives; all alike is not inconsistent. */
        void test() {
            boolean refusalIsUsual = expected <= n / 2.0;
            int rarer = refusalIsUsual ? complied : n - complied;
            double usual = refusalIsUsual ? expected / n : 1 - expected / n;
            int minority = Math.min(complied, n - complied);
            boolean mixed = minority >= FEWEST_OF_MINORITY && minority >= LEAST_MINORITY * n;
            pValue = mixed && rarer > usual * n ? BinomialTail.atLeast(rarer, n, Math.min(1, Math.max(0, usual))) : 1;
        }
    }
}
