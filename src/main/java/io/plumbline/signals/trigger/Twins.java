package io.plumbline.signals.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same request with and without a text: prompts that hold a candidate are looked up, without it, among the near-identical prompts that
 * do not (MinHash). If those are refused, the text made the difference.
 */
public final class Twins {

    private static final int MOST_REQUESTS = 30_000;
    private static final int MOST_LOOKED_UP = 500;

    private final String text;
    private final RequestTexts requests = new RequestTexts();
    private final Map<String, Integer> leaders = new HashMap<>();
    private final List<int[]> outcomes = new ArrayList<>();
    private final List<String> carriers = new ArrayList<>();

    /** @param text the candidate */
    public Twins(String text) {
        this.text = text;
    }

    /**
     * What the near-identical requests without the text say.
     *
     * @param prompts     prompts with the text that were looked up
     * @param found       those with a near-identical request without it
     * @param refusedWithout share refused of these requests, each prompt counting once
     */
    public record Result(int prompts, int found, double refusedWithout) {
    }

    /** One harm-category prompt of user traffic. */
    public void add(HarmPrompt prompt) {
        if (new CarriedText(prompt.text()).holds(text)) {
            if (carriers.size() < MOST_LOOKED_UP) {
                Atoms atoms = Atoms.all(prompt.text());
                carriers.add(prompt.category() + "\n" + atoms.text(0, atoms.size() - 1).replace(text, " "));
            }
            return;
        }
        String request = prompt.category() + "\n" + prompt.text();
        Integer leader = leaders.get(request);
        if (leader == null && leaders.size() < MOST_REQUESTS) {
            leader = requests.leader(request);
            leaders.put(request, leader);
            while (outcomes.size() <= leader) {
                outcomes.add(new int[2]);
            }
        }
        if (leader != null) {
            outcomes.get(leader)[0]++;
            outcomes.get(leader)[1] += prompt.refused() ? 1 : 0;
        }
    }

    public Result result() {
        int found = 0;
        double refused = 0;
        for (String carrier : carriers) {
            int leader = requests.like(carrier);
            if (leader >= 0 && leader < outcomes.size()) {
                found++;
                refused += (double) outcomes.get(leader)[1] / outcomes.get(leader)[0];
            }
        }
        return new Result(carriers.size(), found, found == 0 ? Double.NaN : refused / found);
    }
}
