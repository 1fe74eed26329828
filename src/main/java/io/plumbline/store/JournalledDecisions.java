package io.plumbline.store;

import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Decisions as lines of the journal, with a copy in the database for asking. The journal is the truth: it is written first, and what the
 * copy lacks is applied the next time there is a chance.
 */
final class JournalledDecisions implements Decisions {

    private static final String COLUMNS = "sequence, decided, actor, kind, subject, payload, previous_hash, hash";
    private static final RowMapper<JournalEntry> ENTRY = (row, context) -> new JournalEntry(row.getLong("sequence"),
        Instant.parse(row.getString("decided")), row.getString("actor"), row.getString("kind"), row.getString("subject"),
        JournalLine.payload(LongText.of(row.getArray("payload"))), row.getString("previous_hash"), row.getString("hash"));

    private final Jdbi database;
    private final Journal journal;
    private final PersonAtWork person;
    private final WorkspaceChanges changes;
    private final Optional<String> locked;
    private final List<JournalEntry> waiting = new ArrayList<>();

    /** @param locked why nothing may be decided here, where the journal is damaged */
    JournalledDecisions(Jdbi database, Journal journal, PersonAtWork person, WorkspaceChanges changes, Optional<String> locked) {
        this.database = database;
        this.journal = journal;
        this.person = person;
        this.changes = changes;
        this.locked = locked;
    }

    @Override
    public JournalEntry record(String kind, String subject, Map<String, Object> payload) {
        JournalEntry entry;
        synchronized (this) {
            if (locked.isPresent()) {
                throw new InputException(locked.get());
            }
            entry = journal.append(person.name(), kind, subject, payload);
            waiting.add(entry);
            database.useTransaction(handle -> apply(handle, waiting));
            waiting.clear();
        }
        changes.publish(WorkspaceChanges.Change.DECISIONS);
        return entry;
    }

    @Override
    public Optional<String> locked() {
        return locked;
    }

    @Override
    public List<JournalEntry> onSubject(String subject) {
        return database.withHandle(handle -> handle.createQuery("select " + COLUMNS
            + " from decision where subject = :subject order by sequence").bind("subject", subject).map(ENTRY).list());
    }

    @Override
    public List<JournalEntry> ofKinds(String... kinds) {
        if (kinds.length == 0) {
            return List.of();
        }
        return database.withHandle(handle -> handle.createQuery("select " + COLUMNS
            + " from decision where kind in (<kinds>) order by sequence").bindList("kinds", (Object[]) kinds).map(ENTRY).list());
    }

    @Override
    public synchronized Head head() {
        return journal.head();
    }

    /** Lines of the journal that the database already holds. */
    static long applied(Handle handle) {
        return handle.createQuery("select applied from journal_state").mapTo(Long.class).one();
    }

    /** Hash of the last line that the database holds, empty where it holds none. */
    static Optional<String> appliedHash(Handle handle) {
        return handle.createQuery("select hash from decision where sequence = (select applied from journal_state)").mapTo(String.class)
            .findOne();
    }

    static void apply(Handle handle, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("merge into decision (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)");
        for (JournalEntry entry : entries) {
            batch.add(entry.sequence(), entry.time().toString(), entry.actor(), entry.kind(), entry.subject(),
                LongText.parts(JournalLine.payloadText(entry.payload())), entry.previousHash(), entry.hash());
        }
        batch.execute();
        handle.execute("update journal_state set applied = ?", entries.get(entries.size() - 1).sequence());
    }

    /** Throws the copy away and makes it anew from the journal. */
    static void rebuild(Jdbi database, Path journal) {
        database.useTransaction(handle -> {
            handle.execute("delete from decision");
            handle.execute("update journal_state set applied = 0");
            replay(handle, journal);
        });
    }

    /** Applies the lines that the database does not hold yet. */
    static Replay replay(Handle handle, Path journal) {
        long applied = applied(handle);
        Optional<String> expected = appliedHash(handle);
        List<JournalEntry> batch = new ArrayList<>();
        AtomicBoolean foreign = new AtomicBoolean();
        JournalVerification found = JournalVerifier.walk(journal, entry -> {
            if (entry.sequence() == applied && !expected.equals(Optional.of(entry.hash()))) {
                foreign.set(true);
            }
            if (foreign.get()) {
                return;
            }
            if (entry.sequence() > applied) {
                batch.add(entry);
            }
            if (batch.size() >= 500) {
                apply(handle, batch);
                batch.clear();
            }
        });
        apply(handle, batch);
        return new Replay(found, applied, foreign.get());
    }

    /**
     * @param found   how far the journal holds
     * @param applied lines that the database held before
     * @param foreign true where the line up to which the database is applied is not the one it was applied from
     */
    record Replay(JournalVerification found, long applied, boolean foreign) {
    }
}
