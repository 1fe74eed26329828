package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is kept in memory of the journal's lines: the keys they name, who signed which, branches merged in, and the time of the last. */
final class JournalState {

    private final KeyRegister keys = new KeyRegister();
    /** Fingerprint by line; a handful of different ones, each kept once. */
    private final List<String> signers = new ArrayList<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private Instant last = Instant.MIN;

    void read(SignedLine line) {
        JournalEntry entry = line.entry();
        keys.read(line);
        signers.add(fingerprints.computeIfAbsent(entry.key(), key -> key));
        last = entry.time().isBefore(last) ? last : entry.time();
        MergedBranch.in(entry).ifPresent(branch -> {
            KeyRegister theirs = keys.asOf(branch.commonSequence());
            List<SignedLine> decisions = branch.decisions();
            decisions.forEach(theirs::read);
            keys.join(theirs, entry.sequence());
            merges.add(new Merge(entry.sequence(), branch.commonSequence(), decisions.stream().map(SignedLine::entry).toList()));
        });
    }

    KeyRegister keys() {
        return keys;
    }

    Instant last() {
        return last;
    }

    String signerOf(long sequence) {
        return sequence >= 1 && sequence <= signers.size() ? signers.get((int) sequence - 1) : "";
    }

    /** Whether a line with this hash came in with a merge. */
    boolean hasMerged(String hash) {
        return merges.stream().flatMap(merge -> merge.decisions().stream()).anyMatch(entry -> entry.hash().equals(hash));
    }

    /**
     * Puts what was merged in among this journal's own decisions, by time, between the line where the branches parted and the one that
     * merged them. What the other journal says about its imports concerns its own database and is left out.
     */
    List<JournalEntry> withMerged(List<JournalEntry> own, Predicate<JournalEntry> wanted) {
        if (merges.isEmpty()) {
            return own;
        }
        List<Placed> all = new ArrayList<>(own.stream().map(entry -> new Placed(entry, entry.sequence())).toList());
        Set<String> known = new HashSet<>();
        own.forEach(entry -> known.add(entry.hash()));
        for (Merge merge : merges) {
            int from = 0;
            int to = all.size();
            for (int i = 0; i < all.size(); i++) {
                from = all.get(i).line() > 0 && all.get(i).line() <= merge.parted() ? i + 1 : from;
                to = to == all.size() && all.get(i).line() >= merge.line() ? i : to;
            }
            int at = Math.min(from, to);
            for (JournalEntry entry : merge.decisions()) {
                if (wanted.test(entry) && !entry.kind().equals(DecisionKinds.IMPORT_UNDONE) && known.add(entry.hash())) {
                    while (at < to && !all.get(at).entry().time().isAfter(entry.time())) {
                        at++;
                    }
                    all.add(at, new Placed(entry, 0));
                    at++;
                    to++;
                }
            }
        }
        return all.stream().map(Placed::entry).toList();
    }

    /** An entry with its line in this journal, 0 where it came with a merge. */
    private record Placed(JournalEntry entry, long line) {
    }

    private record Merge(long line, long parted, List<JournalEntry> decisions) {
    }
}
