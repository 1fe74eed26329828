package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Lines of another journal as a merge carries them: byte for byte as they were written there, with their own hashes and signatures, and the
 * line of this journal after which they went their own way.
 *
 * @param commonSequence last line that both journals share, 0 where they share none
 * @param commonHash     its hash
 * @param head           hash of the other journal's last line
 * @param lines          what the other journal has after the common line, oldest first
 */
record MergedBranch(long commonSequence, String commonHash, String head, List<String> lines) {

    MergedBranch {
        lines = List.copyOf(lines);
    }

    Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("commonLine", commonSequence);
        payload.put("commonHash", commonHash);
        payload.put("head", head);
        payload.put("lines", lines);
        return payload;
    }

    /** The branch in a merge line; empty where the line is no such thing. */
    static Optional<MergedBranch> in(JournalEntry entry) {
        Object sequence = entry.payload().get("commonLine");
        Object hash = entry.payload().get("commonHash");
        Object head = entry.payload().get("head");
        Object lines = entry.payload().get("lines");
        if (!entry.kind().equals(DecisionKinds.JOURNAL_MERGED) || !(sequence instanceof Number number) || !(hash instanceof String from)
            || !(head instanceof String last) || !(lines instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(new MergedBranch(number.longValue(), from, last, list.stream().map(String.class::cast).toList()));
    }

    /** The decisions of the branch, those of branches merged into it included, in the order in which they were made there. */
    List<SignedLine> decisions() {
        List<SignedLine> decisions = new ArrayList<>();
        walk((line, read) -> decisions.add(read));
        return decisions;
    }

    /** The text of each of them by its hash. */
    Map<String, String> text() {
        Map<String, String> text = new LinkedHashMap<>();
        walk((line, read) -> text.put(read.entry().hash(), line));
        return text;
    }

    private void walk(BiConsumer<String, SignedLine> each) {
        for (String line : lines) {
            try {
                SignedLine read = JournalLine.read(line.getBytes(StandardCharsets.US_ASCII));
                in(read.entry()).ifPresent(inner -> inner.walk(each));
                each.accept(line, read);
            } catch (JournalLine.Broken e) {
                // Merging checked them; a line that was spoilt afterwards is for verify to name.
            }
        }
    }
}
