package io.plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.MappedField;
import io.plumbline.ui.MemoryWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import io.plumbline.ui.common.TaskRunner;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that reads files goes through the task runner, which the window runs on threads of its own. */
class NothingHeavyOnTheWindowThreadTest {

    private static final Set<String> READ_FILES = Set.of("recognise", "preview", "importFile", "replayRejects");

    @TempDir
    private Path folder;
    private final AtomicInteger inTasks = new AtomicInteger();
    private final List<String> called = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    @Test
    void aWholeVisitOfTheImportDialogReadsFilesInTasksAlone() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"), "{}\n");
        ImportSession session = new ImportSession(guarded(new TwoColumnImports(new MemoryWorkspace().settings())), new Counting(), failure -> {
            throw new AssertionError(failure);
        });
        session.open(List.of(log));
        session.readAs(ImportKind.LOG);
        session.assign("when", new Assignment.Field(MappedField.TIME));
        session.nameModel("bot");
        session.check();
        session.importAll();
        session.openRejects(manifest(), log);
        session.assign("when", new Assignment.Field(MappedField.TIME));
        session.importAll();
        assertThat(called).contains("preview", "importFile", "replayRejects");
        assertThat(outside).isEmpty();
    }

    private ImportService guarded(ImportService imports) {
        return (ImportService) Proxy.newProxyInstance(ImportService.class.getClassLoader(), new Class<?>[] {ImportService.class},
            (proxy, method, arguments) -> {
                if (READ_FILES.contains(method.getName())) {
                    called.add(method.getName());
                    if (inTasks.get() == 0) {
                        outside.add(method.getName());
                    }
                }
                try {
                    return method.invoke(imports, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    }

    private static ImportManifest manifest() {
        return new ImportManifest("imp-1", "log.jsonl", ImportKind.LOG, "jsonl", "", "bot", "00", 3, 1, 1, 0, 0, Instant.EPOCH, 0.1, "Reviewer A");
    }

    private final class Counting implements TaskRunner {

        private final TaskRunner runner = new SameThreadTaskRunner();

        @Override
        public <T> Running start(String slot, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
            return runner.start(slot, title, progress -> {
                inTasks.incrementAndGet();
                try {
                    return work.run(progress);
                } finally {
                    inTasks.decrementAndGet();
                }
            }, done, failed);
        }
    }
}
