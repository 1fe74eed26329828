package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.keys.Keyring;
import io.plumbline.keys.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Decisions as lines of the journal, with a copy in the database for asking. The journal is the truth: it is written first, and what the
 * copy lacks is applied the next time there is a chance.
 */
final class JournalledDecisions implements Decisions {

    private static final String COLUMNS = "sequence, decided, actor, kind, subject, payload, previous_hash, hash";

    private final Jdbi database;
    private final Journal journal;
    private final JournalState state;
    private final PersonAtWork person;
    private final Keyring keyring;
    private final WorkspaceChanges changes;
    private final Optional<String> locked;
    private final List<JournalEntry> waiting = new ArrayList<>();
    private final RowMapper<JournalEntry> row;

    /** @param locked why nothing may be decided here, where the journal is damaged */
    JournalledDecisions(Jdbi database, Journal journal, JournalState state, PersonAtWork person, Keyring keyring, WorkspaceChanges changes,
                        Optional<String> locked) {
        this.database = database;
        this.journal = journal;
        this.state = state;
        this.person = person;
        this.keyring = keyring;
        this.changes = changes;
        this.locked = locked;
        row = (columns, context) -> new JournalEntry(columns.getLong("sequence"), Instant.parse(columns.getString("decided")),
            columns.getString("actor"), columns.getString("kind"), columns.getString("subject"),
            JournalLine.payload(LongText.of(columns.getArray("payload"))), columns.getString("previous_hash"), columns.getString("hash"),
            state.signerOf(columns.getLong("sequence")));
    }

    @Override
    public JournalEntry record(String kind, String subject, Map<String, Object> payload) {
        String name = person.name();
        return record(name, signer(name, kind), kind, subject, payload);
    }

    /** The person's own key where it is unlocked, else the device's, unless the decision is one for which that is too little. */
    private Signer signer(String name, String kind) {
        Optional<EnrolledKey> own = enrolled(keys -> keys.activeOf(name));
        Optional<Signer> unlocked = own.flatMap(key -> keyring.unlocked(key.fingerprint()));
        if (unlocked.isEmpty() && WeightyKinds.include(kind)) {
            throw new InputException(own.isPresent() ? "The key of " + name + " is locked, and this decision has to be signed with it. Give its "
                + "passphrase and decide again; nothing was written." : name + " has no key yet, and this decision has to be signed with one. Make "
                + "one under Settings, Person, and decide again; nothing was written.");
        }
        return unlocked.orElseGet(keyring::device);
    }

    JournalEntry record(String name, Signer signer, String kind, String subject, Map<String, Object> payload) {
        JournalEntry entry;
        synchronized (this) {
            if (locked.isPresent()) {
                throw new InputException(locked.get());
            }
            boolean unknown = state.keys().find(signer.publicKey().fingerprint()).isEmpty();
            SignedLine line = journal.append(new JournalLine.Draft(name, kind, subject, payload),
                new JournalLine.Signature(signer, unknown && !kind.equals(DecisionKinds.KEY_ENROLLED)));
            state.read(line);
            entry = line.entry();
            waiting.add(entry);
            database.useTransaction(handle -> apply(handle, waiting));
            waiting.clear();
        }
        changes.publish(WorkspaceChanges.Change.DECISIONS);
        return entry;
    }

    @Override
    public JournalMerge merge(Path other) {
        JournalBranches branches = JournalBranches.of(journal.file(), other);
        MergedBranch theirs = branches.theirs();
        boolean known = theirs.lines().isEmpty() || enrolled(keys -> state.hasMerged(theirs.head()));
        if (known) {
            return new JournalMerge(theirs.commonSequence(), 0, List.of());
        }
        List<JournalMerge.Conflict> conflicts = branches.conflicts();
        record(DecisionKinds.JOURNAL_MERGED, "journal:" + theirs.head(), branches.payload(conflicts));
        return new JournalMerge(theirs.commonSequence(), theirs.lines().size(), conflicts);
    }

    synchronized <T> T enrolled(Function<KeyRegister, T> question) {
        return question.apply(state.keys());
    }

    @Override
    public Optional<String> locked() {
        return locked;
    }

    @Override
    public List<JournalEntry> onSubject(String subject) {
        List<JournalEntry> own = database.withHandle(handle -> handle.createQuery("select " + COLUMNS
            + " from decision where subject = :subject order by sequence").bind("subject", subject).map(row).list());
        return withMerged(own, entry -> entry.subject().equals(subject));
    }

    @Override
    public List<JournalEntry> ofKinds(String... kinds) {
        if (kinds.length == 0) {
            return List.of();
        }
        List<JournalEntry> own = database.withHandle(handle -> {
            Query query = handle.createQuery("select " + COLUMNS + " from decision where kind in (?" + ", ?".repeat(kinds.length - 1)
                + ") order by sequence");
            for (int i = 0; i < kinds.length; i++) {
                query.bind(i, kinds[i]);
            }
            return query.map(row).list();
        });
        return withMerged(own, entry -> List.of(kinds).contains(entry.kind()));
    }

    private synchronized List<JournalEntry> withMerged(List<JournalEntry> own, Predicate<JournalEntry> wanted) {
        return state.withMerged(own, wanted);
    }

    @Override
    public synchronized Head head() {
        return journal.head();
    }

    @Override
    public List<String> lines(Collection<String> hashes) {
        return journal.lines(hashes);
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
            replay(handle, journal, new JournalState());
        });
    }

    /** Applies the lines that the database does not hold yet. */
    static Replay replay(Handle handle, Path journal, JournalState state) {
        long applied = applied(handle);
        Optional<String> expected = appliedHash(handle);
        List<JournalEntry> batch = new ArrayList<>();
        AtomicBoolean foreign = new AtomicBoolean();
        JournalVerification found = JournalVerifier.read(journal, line -> {
            JournalEntry entry = line.entry();
            state.read(line);
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
