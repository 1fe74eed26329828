package io.plumbline.imports.source;

import io.plumbline.domain.Progress;

/**
 * Turns the bytes of a file that were read into progress that a person sees, a few times a second, and stops the work where they cancel.
 * Used by one thread.
 */
public final class ReadingProgress {

    private static final long INTERVAL_NANOS = 100_000_000L;

    private final Progress progress;
    private final long totalBytes;
    private final String message;
    private long bytes;
    private long records;
    private long lastTold = Long.MIN_VALUE;

    /**
     * @param progress   who watches
     * @param totalBytes size of the file
     * @param message    what is being done, e.g. "Reading log.jsonl"
     */
    public ReadingProgress(Progress progress, long totalBytes, String message) {
        this.progress = progress;
        this.totalBytes = totalBytes;
        this.message = message;
    }

    /** Nobody watches. */
    public static ReadingProgress unwatched() {
        return new ReadingProgress(Progress.NONE, -1, "");
    }

    public void bytes(long more) {
        bytes += more;
        tell();
    }

    public void records(long more) {
        records += more;
        tell();
    }

    /** Stops the work where it was cancelled. */
    public void check() {
        progress.check();
    }

    private void tell() {
        progress.check();
        long now = System.nanoTime();
        if (lastTold == Long.MIN_VALUE || now - lastTold >= INTERVAL_NANOS || bytes == totalBytes) {
            lastTold = now;
            progress.update(bytes, totalBytes, "bytes", records == 0 ? message : "%s, %,d records".formatted(message, records));
        }
    }
}
