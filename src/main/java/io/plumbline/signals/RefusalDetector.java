package io.plumbline.signals;

import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.refusal.RefusalReader;
import io.plumbline.signals.refusal.RefusalReading;
import io.plumbline.signals.refusal.RefusalTables;
import io.plumbline.signals.scan.TextScan;

/**
 * Tells refusing from answering by what the model says of itself, sentence by sentence. Quoted dialogue, code and error messages do not
 * count, nor does sympathy. A refusal that offers something safe instead stays a refusal; one that goes on to help is a partial refusal.
 * The phrases are tables by language; of other languages it says nothing. Its measured agreement with people is in the tests and in the
 * documents.
 */
public final class RefusalDetector {

    public static final String NAME = "refusal patterns";
    public static final String VERSION = "refusal-patterns 2.1";

    private final RefusalTables tables = new RefusalTables();

    /** A reader for many answers, one after the other; for one thread. */
    public RefusalReader reader() {
        return tables.reader();
    }

    /** Reads a single answer of which the prompt is not known. */
    public RefusalReading read(String response) {
        return read("", response);
    }

    /** Reads a single answer to a prompt, which may be empty. */
    public RefusalReading read(String prompt, String response) {
        TextScan scan = new TextScan().scan(response);
        return reader().read(new TextScan().scan(prompt), scan, ResponseLanguage.choose(new LanguageDetector().detect(scan), "", scan));
    }
}
