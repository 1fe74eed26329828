package io.plumbline.bench;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.imports.ImportRequest;
import io.plumbline.imports.WorkspaceImportService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * How long a running import takes to stop after it was cancelled, at random places of the file, and whether something of it is left. The
 * workspace may hold other imports. Arguments: workspace folder, log, times (default 10).
 */
public final class ImportCancel {

    private ImportCancel() {
    }

    public static void main(String[] arguments) {
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        Random random = new Random(3);
        double slowest = 0;
        try (Workspace workspace = Workspaces.open(Path.of(arguments[0]), "bench")) {
            WorkspaceImportService imports = new WorkspaceImportService(workspace);
            long before = workspace.log().count(LogFilter.everything());
            for (int i = 0; i < times; i++) {
                double share = random.nextDouble();
                Cancelling progress = new Cancelling(share);
                try {
                    imports.importFile(ImportRequest.of(Path.of(arguments[1])), progress);
                    System.out.println("ended before it was cancelled");
                } catch (CancelledException e) {
                    double seconds = (System.nanoTime() - progress.cancelledAt) / 1e9;
                    slowest = Math.max(slowest, seconds);
                    long left = workspace.log().count(LogFilter.everything()) - before;
                    System.out.printf(Locale.ROOT, "cancelled at %2.0f %%: stopped after %.3f s, %d records left, %d imports%n", share * 100, seconds, left,
                        workspace.imports().list().size());
                }
            }
        }
        System.out.printf(Locale.ROOT, "slowest %.3f s%n", slowest);
    }

    /** Cancels when so much of the file is read. */
    private static final class Cancelling implements Progress {

        private final double share;
        private volatile long cancelledAt;

        Cancelling(double share) {
            this.share = share;
        }

        @Override
        public void update(long done, long total, String unit, String message) {
            if (cancelledAt == 0 && "bytes".equals(unit) && total > 0 && done > share * total) {
                cancelledAt = System.nanoTime();
            }
        }

        @Override
        public boolean cancelled() {
            return cancelledAt != 0;
        }
    }
}
