package io.plumbline.store;

import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people decided. {@link #record} returns only after the line is on disk in {@code journal.jsonl}; the database is changed
 * afterwards and can be rebuilt from the journal.
 */
public interface Decisions {

    /**
     * Writes a decision of the person at work; kinds are in {@link io.plumbline.domain.DecisionKinds}. Numbers in the payload come back as
     * Integer, Long, BigInteger or BigDecimal: read them through {@link Number}.
     *
     * @throws io.plumbline.domain.InputException where the journal is damaged, see {@link #locked}
     */
    JournalEntry record(String kind, String subject, Map<String, Object> payload);

    /** Decisions on one subject, oldest first. */
    List<JournalEntry> onSubject(String subject);

    /** Decisions of these kinds, oldest first. */
    List<JournalEntry> ofKinds(String... kinds);

    /** Number of lines in the journal and hash of the last one. */
    Head head();

    /** Lines of the journal byte for byte as they were written, by their hashes, for those who check them elsewhere. */
    default List<String> lines(Collection<String> hashes) {
        return List.of();
    }

    /**
     * Takes in what another journal has that this one lacks, with its own hashes and signatures. Neither side loses a line.
     *
     * @param other another workspace's folder, or its journal file
     */
    default JournalMerge merge(Path other) {
        throw new InputException("This workspace has no journal to merge into.");
    }

    /** Why nothing can be decided here now, as a sentence; empty as long as the journal is whole. */
    default Optional<String> locked() {
        return Optional.empty();
    }

    /** The end of the hash chain. */
    record Head(long sequence, String hash) {
    }
}
