package io.plumbline.store;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Policy;
import io.plumbline.keys.Keyring;
import io.plumbline.store.JournalVerification.BrokenLine;
import io.plumbline.store.JournalVerification.Damage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * A workspace in a folder: marker, lock, H2 file and journal. Opening it repairs what an earlier process left unfinished; a journal that
 * was tampered with is shown but not written to.
 */
public final class H2Workspace implements Workspace {

    private final WorkspaceFolder folder;
    private final WorkspaceLock lock;
    private final WorkspaceDatabase database;
    private final Journal journal;
    private final JournalledDecisions decisions;
    private final WorkspacePeople people;
    private final H2Imports imports;
    private final H2EvaluationRuns runs;
    private final H2ProductionLog log;
    private final H2StoredTexts texts;
    private final FileRewriting rewriting;
    private final H2Settings settings;
    private final WorkspaceChanges changes = new WorkspaceChanges();
    private final PersonAtWork person;
    private final PolicyInForce policyInForce = new PolicyInForce();
    private final List<String> notices = new ArrayList<>();
    private boolean closed;

    private H2Workspace(WorkspaceFolder folder, WorkspaceLock lock, WorkspaceDatabase database, String actor, Clock clock,
                        List<String> cutOff) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        Jdbi jdbi = database.jdbi();
        settings = new H2Settings(jdbi, changes);
        person = new PersonAtWork(settings, actor);
        JournalState state = new JournalState();
        JournalledDecisions.Replay replay = jdbi.inTransaction(handle -> JournalledDecisions.replay(handle, folder.journal(), state));
        setTornTailAside(replay.found(), clock);
        Optional<String> locked = fault(replay).map(H2Workspace::lockedBecause);
        locked.ifPresent(notices::add);
        journal = Journal.open(folder.journal(), clock, new Decisions.Head(replay.found().lines(), replay.found().head()), state.last());
        Keyring keyring = new Keyring(folder.keys());
        decisions = new JournalledDecisions(jdbi, journal, state, person, keyring, changes, locked);
        people = new WorkspacePeople(decisions, keyring, person);
        LogDirectory directory = new LogDirectory();
        WritingTurn turn = new WritingTurn();
        imports = H2Imports.open(jdbi, decisions, changes, directory, turn, cutOff);
        imports.interrupted().forEach(file -> notices.add("The import of " + file + " was cut off when Plumbline last ended. Nothing of it "
            + "was kept; import the file again."));
        imports.outdated().forEach(file -> notices.add("The log " + file + " was imported by an earlier version of Plumbline, which stored it in "
            + "a form that is no longer read. Import the file again; decisions and evaluation runs are all here."));
        runs = new H2EvaluationRuns(jdbi);
        log = new H2ProductionLog(jdbi, directory, turn, changes);
        rewriting = new FileRewriting(folder);
        texts = new H2StoredTexts(jdbi, directory, turn, changes, rewriting);
        if (rewriting.isDue()) {
            notices.add("Texts were removed here, but Plumbline ended before the file of the database was written anew; that is done when the "
                + "workspace is closed. Look under Data, Retention whether texts are still due.");
        }
    }

    static H2Workspace open(Path directory, String actor, Clock clock) {
        Thread rehearsal = new Thread(new LogRehearsal(), "log rehearsal");
        rehearsal.setDaemon(true);
        rehearsal.start();
        WorkspaceFolder folder = WorkspaceFolder.at(directory);
        WorkspaceLock lock = WorkspaceLock.acquire(folder.directory());
        WorkspaceDatabase database = null;
        try {
            folder.claim();
            List<String> cutOff = List.of();
            if (lock.leftOpen()) {
                Recovery.Recovered recovered = new Recovery(folder.database(), folder.journal()).run();
                database = recovered.database();
                cutOff = recovered.cutOff();
            } else {
                database = WorkspaceDatabase.open(folder.database());
            }
            return new H2Workspace(folder, lock, database, actor, clock, cutOff);
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            lock.close();
            throw e;
        }
    }

    private void setTornTailAside(JournalVerification found, Clock clock) {
        found.firstBroken().filter(broken -> broken.kind() == Damage.CUT_OFF).ifPresent(broken -> {
            Path aside = Journal.setTornTailAside(folder.journal(), clock.instant());
            notices.add("Line " + broken.line() + " of journal.jsonl was cut off while it was written, so that decision was never confirmed. "
                + "It was moved to " + aside.getFileName() + "; decide again if you meant it.");
        });
    }

    /** What is wrong with the journal beyond a last line that was cut off, if anything. */
    private static Optional<String> fault(JournalledDecisions.Replay replay) {
        Optional<BrokenLine> broken = replay.found().firstBroken().filter(line -> line.kind() != Damage.CUT_OFF);
        if (broken.isPresent() && broken.get().kind() == Damage.CHANGED) {
            return Optional.of("line " + broken.get().line() + " of journal.jsonl does not hold: " + broken.get().reason());
        }
        if (replay.found().lines() < replay.applied()) {
            return Optional.of("journal.jsonl ends at line " + replay.found().lines() + ", but " + replay.applied()
                + " decisions were made here");
        }
        if (replay.foreign()) {
            return Optional.of("journal.jsonl is not the one that belongs to this database: line " + replay.applied() + " differs");
        }
        return Optional.empty();
    }

    private static String lockedBecause(String fault) {
        return "Nothing can be decided in this workspace, because " + fault + ". Everything can still be read. Restore journal.jsonl from a "
            + "backup, then open the workspace again.";
    }

    /** Throws the database's copy of the decisions away and makes it anew from the journal. */
    public void rebuildDecisions() {
        JournalledDecisions.rebuild(database.jdbi(), folder.journal());
        changes.publish(WorkspaceChanges.Change.DECISIONS);
    }

    @Override
    public Path directory() {
        return folder.directory();
    }

    @Override
    public EvaluationRuns runs() {
        return runs;
    }

    @Override
    public ProductionLog log() {
        return log;
    }

    @Override
    public StoredTexts texts() {
        return texts;
    }

    @Override
    public Imports imports() {
        return imports;
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public WorkspaceChanges changes() {
        return changes;
    }

    @Override
    public Policy policy() {
        return policyInForce.after(decisions.ofKinds(DecisionKinds.POLICY_ACCEPTED));
    }

    @Override
    public String actor() {
        return person.name();
    }

    @Override
    public void actAs(String name) {
        String before = person.name();
        person.become(name);
        if (!KeyRegister.samePerson(before, person.name())) {
            people.lock();
        }
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        people.lock();
        try {
            journal.close();
            database.close();
            rewriting.finish();
            lock.markClosed();
        } finally {
            lock.close();
        }
    }
}
