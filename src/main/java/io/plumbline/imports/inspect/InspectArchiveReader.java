package io.plumbline.imports.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
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
    private static final Pattern SAMPLE = Pattern.compile("samples/[^/]+\\.json");
    private static final Pattern SHELL = Pattern.compile("(?<prefix>samples/[^/]+/)sample\\.json");
    private static final Pattern ATTACHMENTS = Pattern.compile("attachments/(?<start>\\d{1,9})\\.json");
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
            NavigableMap<String, ZipArchiveEntry> byName = new TreeMap<>();
            entries.forEach(entry -> byName.put(entry.getName(), entry));
            for (ZipArchiveEntry entry : entries) {
                reading.progress().bytes(entry.getCompressedSize());
                Matcher shell = SHELL.matcher(entry.getName());
                if (SAMPLE.matcher(entry.getName()).matches()) {
                    readSample(zip, entry, expansion, run, reading);
                } else if (shell.matches()) {
                    readChunks(zip, entry, below(byName, shell.group("prefix")), expansion, run, reading);
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
            throw new InputException(file.name() + " is a damaged archive: it breaks off, or the directory at its end does not fit its entries. The whole "
                + "file may still be where the evaluation ran; get it anew from there.", e);
        }
    }

    private static void check(SourceFile file, List<ZipArchiveEntry> entries) {
        if (entries.size() > MOST_ENTRIES) {
            throw new InputException(file.name() + " has " + entries.size() + " entries; more than " + MOST_ENTRIES + " are not read.");
        }
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || name.contains("../") || name.indexOf(0) >= 0) {
                throw new InputException(file.name() + " holds an entry whose path leads out of the archive. No log does; "
                    + "do not open it with other programs.");
            }
        }
        if (entries.stream().noneMatch(e -> e.getName().equals(HEADER) || e.getName().equals(START))) {
            throw new InputException(file.name() + " is a ZIP archive, but no Inspect log: it has neither " + HEADER + " nor " + START
                + ". Unpack it and import the files in it.");
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
            reading.reject(new Reject(lineOf(e), entry.getName() + " " + ForeignJson.problem(e) + ".", ""));
        }
    }

    /** A large sample is cut into entries under a prefix of its own. Its messages and events are the course of the run and are not read. */
    private void readChunks(ZipFile zip, ZipArchiveEntry shell, Map<String, ZipArchiveEntry> parts, Expansion expansion, InspectRun run,
                            RunReading reading) throws IOException {
        try {
            JsonNode sample = ForeignJson.document(expansion.open(zip, shell));
            if (!sample.isObject()) {
                reading.reject(new Reject(1, shell.getName() + " holds no sample.", ""));
                return;
            }
            ZipArchiveEntry metadata = parts.get("metadata.json");
            JsonNode facts = metadata == null ? MissingNode.getInstance() : ForeignJson.document(expansion.open(zip, metadata));
            List<JsonNode> attachments = new ArrayList<>();
            if ((sample.toString() + facts).contains(InspectSample.ATTACHMENT)) {
                for (ZipArchiveEntry chunk : attachmentChunks(parts)) {
                    attachments.add(ForeignJson.document(expansion.open(zip, chunk)));
                }
            }
            run.add(InspectSample.ofChunks((ObjectNode) sample, facts, attachments));
        } catch (JsonProcessingException e) {
            reading.reject(new Reject(lineOf(e), shell.getName() + " or a part of it " + ForeignJson.problem(e) + ".", ""));
        }
    }

    private static long lineOf(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    /** The entries under a prefix, by the rest of their names. */
    private static Map<String, ZipArchiveEntry> below(NavigableMap<String, ZipArchiveEntry> entries, String prefix) {
        Map<String, ZipArchiveEntry> below = new LinkedHashMap<>();
        entries.subMap(prefix, prefix + Character.MAX_VALUE).forEach((name, entry) -> below.put(name.substring(prefix.length()), entry));
        return below;
    }

    /** Chunks are named after the number of their first item. */
    private static List<ZipArchiveEntry> attachmentChunks(Map<String, ZipArchiveEntry> parts) {
        NavigableMap<Integer, ZipArchiveEntry> chunks = new TreeMap<>();
        parts.forEach((name, entry) -> {
            Matcher chunk = ATTACHMENTS.matcher(name);
            if (chunk.matches()) {
                chunks.put(Integer.valueOf(chunk.group("start")), entry);
            }
        });
        return List.copyOf(chunks.values());
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
