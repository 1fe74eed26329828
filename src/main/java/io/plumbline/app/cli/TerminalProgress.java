package io.plumbline.app.cli;

import io.plumbline.domain.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on one line of a terminal how far an import is. Where nobody watches, because the output goes to a file or a pipe, it is silent. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 79;

    private final PrintWriter out;
    private final long started = System.nanoTime();
    private boolean shown;

    private TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    static TerminalProgress on(PrintWriter out) {
        return new TerminalProgress(out);
    }

    @Override
    public void update(long done, long total, String unit, String message) {
        if (System.console() == null) {
            return;
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        boolean bytes = unit.equals("bytes");
        String line = total > 0 ? String.format(Locale.ROOT, "%3d %%  %s", 100 * done / total, message) : message;
        String rate = bytes && seconds > 0.5 ? String.format(Locale.ROOT, ", %.0f MB/s", done / 1e6 / seconds) : "";
        show(line + rate);
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }

    /** Leaves an empty line behind for what follows. */
    @Override
    public void close() {
        if (shown) {
            show("");
            out.print("\r");
            out.flush();
        }
    }

    private void show(String line) {
        shown = true;
        out.print("\r" + (line.length() < WIDTH ? line + " ".repeat(WIDTH - line.length()) : line.substring(0, WIDTH)));
        out.flush();
    }
}
