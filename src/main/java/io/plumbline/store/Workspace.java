package io.plumbline.store;

import io.plumbline.domain.Policy;
import java.nio.file.Path;
import java.util.List;

/** A folder that holds everything one team knows and decided. One process at a time; closing it makes everything durable. */
public interface Workspace extends AutoCloseable {

    Path directory();

    EvaluationRuns runs();

    ProductionLog log();

    Imports imports();

    /** The texts of the log, for those who remove them. */
    default StoredTexts texts() {
        throw new UnsupportedOperationException("this workspace keeps its texts");
    }

    Decisions decisions();

    Settings settings();

    WorkspaceChanges changes();

    /** The policy in force: the one that was accepted last, as the journal holds it, else the defaults. */
    Policy policy();

    /** Name of the person at work, as decisions carry it. */
    String actor();

    /** Another person takes the seat; decisions from now on carry their name, also after the workspace was closed and opened. */
    void actAs(String person);

    /** Who can sign here, and with which keys. */
    default People people() {
        return new NoKeys();
    }

    /** What the person should know about how this workspace was opened, one sentence each: imports cut off, a journal that is damaged. */
    default List<String> notices() {
        return List.of();
    }

    @Override
    void close();
}
