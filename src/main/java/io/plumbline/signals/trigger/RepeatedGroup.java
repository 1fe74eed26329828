package io.plumbline.signals.trigger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An inconsistency by its numbers, which one more pass over the prompts fills with examples. */
public final class RepeatedGroup {

    private static final int EXAMPLES = 6;
    private static final int RECORDS = 500;

    private final Set<Long> requests;
    private final String user;
    private final Set<String> without;
    private final int n;
    private final int complied;
    private final double expected;
    private final double pValue;
    private final double adjusted;
    private final Set<String> users = new HashSet<>();
    private final Set<String> categories = new TreeSet<>();
    private final Set<String> wordings = new HashSet<>();
    private final Map<String, Inconsistency.Example> examples = new LinkedHashMap<>();
    private final List<String> records = new ArrayList<>();
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    RepeatedGroup(Set<Long> requests, String user, Set<String> without, int n, int complied, double expected, double pValue, double adjusted) {
        this.requests = Set.copyOf(requests);
        this.user = user;
        this.without = Set.copyOf(without);
        this.n = n;
        this.complied = complied;
        this.expected = expected;
        this.pValue = pValue;
        this.adjusted = adjusted;
    }

    /** Takes a prompt up where it is one of the group. */
    public void offer(HarmPrompt prompt) {
        boolean mine = (user.isEmpty() ? !without.contains(prompt.user()) : user.equals(prompt.user())) && requests.contains(prompt.requestHash());
        if (!mine) {
            return;
        }
        users.add(prompt.user());
        categories.add(prompt.category());
        wordings.add(prompt.text());
        if (records.size() < RECORDS) {
            records.add(prompt.key());
        }
        first = prompt.day().isBefore(first) ? prompt.day() : first;
        last = prompt.day().isAfter(last) ? prompt.day() : last;
        // Both answers have to be seen to be believed: half of the examples each.
        long alike = examples.values().stream().filter(e -> e.refused() == prompt.refused()).count();
        if (alike < EXAMPLES / 2) {
            examples.putIfAbsent(prompt.text() + prompt.refused(), new Inconsistency.Example(prompt.text(), prompt.refused()));
        }
    }

    /** The inconsistency with what was taken up. */
    public Inconsistency filled() {
        return new Inconsistency(user, users.size(), List.copyOf(categories), first, last, n, complied, expected, wordings.size(),
            List.copyOf(examples.values()), records, pValue, adjusted);
    }
}
