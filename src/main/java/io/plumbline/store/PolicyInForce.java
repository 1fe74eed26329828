package io.plumbline.store;

import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The policy that people accepted last, parsed once for each acceptance: screens ask for it while they are drawn. */
final class PolicyInForce {

    private static final String NOBODY_ACCEPTED_ANY = "";

    private final PolicyReader reader = new PolicyReader();
    private final Map<String, Policy> byAcceptance = new ConcurrentHashMap<>();

    /** @param accepted entries by which a policy was accepted, oldest first */
    Policy after(List<JournalEntry> accepted) {
        if (accepted.isEmpty()) {
            return byAcceptance.computeIfAbsent(NOBODY_ACCEPTED_ANY, none -> reader.defaults());
        }
        JournalEntry newest = accepted.get(accepted.size() - 1);
        return byAcceptance.computeIfAbsent(newest.hash(), hash -> reader.accepted(newest));
    }
}
