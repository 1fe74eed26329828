package io.plumbline.imports.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.runs.BoundedStream;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.ForeignJson;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inspect AI logs as an archive: ZIP with deflated or, since Inspect 0.3.206, Zstandard entries. A log whose run died has no header; its
 * journal takes the header's place. Sizes are limited, because a few kilobytes can expand to anything.
 */
public final class InspectArchiveReader implements RunReader {

    private static final String START = "_journal/start.json";
    private static final String HEADER = "header.json";
    private static final Pattern SAMPLE = Pattern.compile("samples/[^/]+(/sample)?\\.json");
    private static final Pattern SUMMARIES = Pattern.compile("summaries\\.json|_journal/summaries/[^/]+\\.json");
    private static final int MOST_ENTRIES = 500_000;
    private static final long LARGEST_ENTRY = 512L << 20;
    private static final long LARGEST_ARCHIVE = 8L << 30;

    private final long largestEntry;
    private final long largestArchive;

    public InspectArchiveReader() {
        this(LARGEST_ENTRY, LARGEST_ARCHIVE);
    }

    /** With limits of one's own. */
    public InspectArchiveReader(long largestEntry, long largestArchive) {
        this.largestEntry = largestEntry;
        this.largestArchive = largestArchive;
    }

    @Override
    public String format() {
        return "inspect-eval";
    }

    @Override
    public String title() {
        return "Inspect AI log (.eval)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() == Glimpse.Shape.ZIP_ARCHIVE;
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        SourceFile file = glimpse.file();
        try (ZipFile zip = ZipFile.builder().setPath(file.path()).setIgnoreLocalFileHeader(true).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            check(file, entries);
            Expansion expansion = new Expansion(file.name());
            InspectRun run = new InspectRun(format(), reading);
            for (ZipArchiveEntry entry : entries) {
                reading.progress().bytes(entry.getCompressedSize());
                if (SAMPLE.matcher(entry.getName()).matches()) {
                    readSample(zip, entry, expansion, run, reading);
                }
            }
            for (ZipArchiveEntry entry : entries) {
                if (SUMMARIES.matcher(entry.getName()).matches()) {
                    tree(zip, entry, expansion, file).forEach(summary -> run.addSummary(new InspectSample(summary)));
                }
            }
            ZipArchiveEntry header = zip.getEntry(HEADER) == null ? zip.getEntry(START) : zip.getEntry(HEADER);
            return List.of(run.finish(tree(zip, header, expansion, file)));
        } catch (IOException e) {
            throw new InputException(file.name() + " is a damaged archive (" + e.getMessage() + "). Get the file anew.", e);
        }
    }

    private static void check(SourceFile file, List<ZipArchiveEntry> entries) {
        if (entries.stream().noneMatch(e -> e.getName().equals(HEADER) || e.getName().equals(START))) {
            throw new InputException(file.name() + " is a ZIP archive, but no Inspect log: it has neither " + HEADER + " nor " + START
                + ". Unpack it and import the files in it.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new InputException(file.name() + " has " + entries.size() + " entries; more than " + MOST_ENTRIES + " are not read.");
        }
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || name.contains("../") || name.indexOf(0) >= 0) {
                throw new InputException(file.name() + " holds an entry whose path leads out of the archive. No Inspect log does; "
                    + "do not open it with other programs.");
            }
        }
    }

    private void readSample(ZipFile zip, ZipArchiveEntry entry, Expansion expansion, InspectRun run, RunReading reading)
        throws IOException {
        try (InputStream in = expansion.open(zip, entry); JsonParser parser = ForeignJson.factory().createParser(in)) {
            parser.setCodec(ForeignJson.mapper());
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                run.add(InspectSample.read(parser));
            } else {
                reading.reject(new Reject(1, entry.getName() + " holds no sample.", ""));
            }
        } catch (JsonProcessingException e) {
            reading.reject(new Reject(e.getLocation().getLineNr(), entry.getName() + " " + ForeignJson.problem(e) + ".", ""));
        }
    }

    private JsonNode tree(ZipFile zip, ZipArchiveEntry entry, Expansion expansion, SourceFile file) throws IOException {
        try (InputStream in = expansion.open(zip, entry)) {
            return ForeignJson.document(in);
        } catch (JsonProcessingException e) {
            throw new InputException(entry.getName() + " in " + file.name() + " " + ForeignJson.problem(e) + ". Get the file anew.", e);
        }
    }

    /** Opens entries and counts what they expand to. */
    private final class Expansion {

        private final String file;
        private long total;

        private Expansion(String file) {
            this.file = file;
        }

        InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
            return new BoundedStream(zip.getInputStream(entry), Math.min(largestEntry, largestArchive - total), read -> total += read,
                () -> new InputException(file + " expands to more than is read: " + entry.getName() + " alone may be "
                    + (largestEntry >> 20) + " MB, all entries " + (largestArchive >> 20) + " MB."));
        }
    }
}
