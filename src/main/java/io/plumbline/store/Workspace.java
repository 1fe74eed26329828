package io.plumbline.store;

import io.plumbline.domain.Policy;
import java.nio.file.Path;

/** A folder that holds everything one team knows and decided. One process at a time; closing it makes everything durable. */
public interface Workspace extends AutoCloseable {

    Path directory();

    EvaluationRuns runs();

    ProductionLog log();

    Imports imports();

    Decisions decisions();

    Settings settings();

    WorkspaceChanges changes();

    /** The policy in force: the defaults, or {@code policy.json} in the workspace folder. */
    Policy policy();

    /** Name of the person at work, as decisions carry it. */
    String actor();

    @Override
    void close();
}
