package io.plumbline.signals;

import io.plumbline.domain.LogRecord;
import io.plumbline.signals.scan.TextScan;

/**
 * A record with its texts scanned once for all detectors. Scratch of one thread: the session that owns it overwrites it with the next
 * record.
 */
public final class ScannedExchange {

    private final TextScan prompt = new TextScan();
    private final TextScan response = new TextScan();
    private LogRecord record;

    ScannedExchange of(LogRecord next) {
        record = next;
        prompt.scan(next.prompt());
        response.scan(next.response());
        return this;
    }

    public LogRecord record() {
        return record;
    }

    public TextScan prompt() {
        return prompt;
    }

    public TextScan response() {
        return response;
    }
}
