package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.JournalVerification.BrokenLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two journals that have a beginning in common: what the other one has that this one lacks, and what both decided since they parted. Nothing
 * of either is rewritten; the other's lines go into one line of this journal as they are.
 */
final class JournalBranches {

    private static final Set<String> ONE_DECISION = Set.of(DecisionKinds.GATE_DECIDED, DecisionKinds.ACCEPTANCE_APPROVED,
        DecisionKinds.ACCEPTANCE_REJECTED, DecisionKinds.ACCEPTANCE_WITHDRAWN, DecisionKinds.POLICY_ACCEPTED);

    private final MergedBranch theirs;
    private final List<JournalEntry> ours;

    private JournalBranches(MergedBranch theirs, List<JournalEntry> ours) {
        this.theirs = theirs;
        this.ours = ours;
    }

    /** @throws InputException where the other journal does not hold, naming its first bad line */
    static JournalBranches of(Path own, Path other) {
        Path file = journalOf(other);
        JournalVerification checked = JournalVerifier.verifyFile(file);
        if (!checked.holds()) {
            BrokenLine broken = checked.firstBroken().orElseThrow();
            throw new InputException("Line " + broken.line() + " of " + file + " does not hold: " + broken.reason()
                + ". Nothing was merged; ask for a whole copy of that journal.");
        }
        List<SignedLine> here = lines(own);
        List<SignedLine> there = lines(file);
        int common = 0;
        while (common < here.size() && common < there.size() && here.get(common).entry().hash().equals(there.get(common).entry().hash())) {
            common++;
        }
        List<String> raw = text(file).subList(common, there.size());
        String hash = common == 0 ? JournalLine.NO_HASH : here.get(common - 1).entry().hash();
        return new JournalBranches(new MergedBranch(common, hash, checked.head(), raw), decisions(here.subList(common, here.size())));
    }

    MergedBranch theirs() {
        return theirs;
    }

    /** What both sides decided and the other side does not already know of. */
    List<JournalMerge.Conflict> conflicts() {
        List<JournalEntry> other = theirs.decisions().stream().map(SignedLine::entry).toList();
        Set<String> both = new HashSet<>();
        other.forEach(entry -> both.add(entry.hash()));
        both.retainAll(ours.stream().map(JournalEntry::hash).toList());
        Set<JournalMerge.Conflict> conflicts = new LinkedHashSet<>();
        for (JournalEntry mine : ours) {
            for (JournalEntry yours : other) {
                if (!both.contains(mine.hash()) && !both.contains(yours.hash()) && ONE_DECISION.contains(mine.kind())
                    && ONE_DECISION.contains(yours.kind()) && mine.subject().equals(yours.subject())) {
                    conflicts.add(new JournalMerge.Conflict(yours.kind(), yours.subject()));
                }
            }
        }
        return List.copyOf(conflicts);
    }

    Map<String, Object> payload(List<JournalMerge.Conflict> conflicts) {
        Map<String, Object> payload = new LinkedHashMap<>(theirs.payload());
        payload.put("conflicts", conflicts.stream().map(conflict -> Map.of("kind", conflict.kind(), "subject", conflict.subject()))
            .toList());
        return payload;
    }

    private static List<JournalEntry> decisions(List<SignedLine> lines) {
        List<JournalEntry> all = new ArrayList<>();
        for (SignedLine line : lines) {
            MergedBranch.in(line.entry()).ifPresent(branch -> branch.decisions().forEach(inner -> all.add(inner.entry())));
            all.add(line.entry());
        }
        return all;
    }

    private static Path journalOf(Path other) {
        Path file = Files.isDirectory(other) ? other.resolve("journal.jsonl") : other;
        if (!Files.isRegularFile(file)) {
            throw new InputException("There is no journal at " + other + ". Name the other workspace's folder, or its journal.jsonl.");
        }
        return file;
    }

    private static List<SignedLine> lines(Path file) {
        List<SignedLine> lines = new ArrayList<>();
        JournalVerifier.read(file, lines::add);
        return lines;
    }

    private static List<String> text(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new InputException("The journal " + file + " can't be read. Check its permissions.", e);
        }
    }
}
