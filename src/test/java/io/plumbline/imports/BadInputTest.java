package io.plumbline.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a log, a sentence says so, what is sound is kept, and what was in the workspace before stays as it was. */
class BadInputTest {

    private static final String BEFORE = "before";

    @TempDir
    Path folder;
    private ImportBench bench;

    @BeforeEach
    void openWithARecordInIt() {
        bench = new ImportBench(folder);
        bench.take(bench.file("before.jsonl", record(BEFORE)));
    }

    @AfterEach
    void whatWasThereBeforeIsStillThere() {
        assertThat(bench.records()).extracting(r -> r.record().id()).contains(BEFORE);
        bench.close();
    }

    @Test
    void aTornLastLineCostsItselfAlone() {
        kept(2, lines(record("a"), record("b"), record("c").substring(0, 60)), 3, "The file ends in the middle of this record");
    }

    @Test
    void invalidUtf8CostsItsLineAlone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((record("a") + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.write(record("b").replace("Sure", "Sur\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(("\n" + record("c") + "\n").getBytes(StandardCharsets.UTF_8));
        kept(2, bytes.toByteArray(), 2, "holds bytes that are not UTF-8 text");
    }

    @Test
    void aZeroByteCostsItsLineAlone() {
        kept(2, lines(record("a"), record("b").replace("Sure", "Su\u0000e"), record("c")), 2, "is not valid JSON");
    }

    @Test
    void aFileOfZerosIsNoText() {
        refused("zeros.jsonl", new byte[5000], "is not a text file");
    }

    @Test
    void aLineOfTwoHundredMegabytesIsPassedOverInBoundedMemory() throws IOException {
        Path file = bench.file("long.jsonl", record("a") + "\n");
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write("{\"id\": \"x\", \"prompt\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
            out.write(("\"}\n" + record("b") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        kept(2, file, 2, "longer than 64 MB");
        Files.delete(file);
    }

    @Test
    void oneHundredThousandLevelsCostTheirLineAlone() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        kept(2, lines(record("a"), deep, record("b")), 2, "nested too deeply");
    }

    @Test
    void oneHundredThousandLevelsInAListEndItsReading() {
        Path file = bench.file("deep.json", "[" + record("a") + "," + "[".repeat(100_000) + "]".repeat(100_000) + "," + record("b") + "]");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class)
            .hasMessageContaining("deep.json is damaged behind record 1").hasMessageContaining("nested too deeply").hasMessageContaining("--keep-whole");
        keptWhole(file, 1, "nested too deeply");
    }

    @Test
    void aListThatBreaksOffKeepsItsWholeRecordsWhereAsked() {
        Path file = bench.file("torn.json", "[" + record("a") + "," + record("b") + "," + record("c").substring(0, 50));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("torn.json is damaged behind record 2");
        keptWhole(file, 2, "breaks off in the middle of the record");
    }

    @Test
    void numbersBeyondAllMeasureCostTheirRecords() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", lines(record("a", "\"toxicity\": 1e400"), record("b", "\"latency_ms\": 1e400"),
            record("c", "\"toxicity\": " + "1".repeat(500)), record("d", "\"other\": 1e400"), record("e"))));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(rejects(manifest)).extracting(Reject::line).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFieldGivenTwiceCostsItsRecordWhateverTheLayout() {
        kept(1, lines(record("a", "\"id\": \"b\""), record("c")), 1, "holds the same field twice");
        ImportManifest list = bench.take(bench.file("list.json", "[" + record("d", "\"id\": \"e\"") + "," + record("f") + "]"));
        assertThat(list.records()).isEqualTo(1);
        assertThat(rejects(list)).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("same field twice"));
    }

    @Test
    void lineEndsMayBeMixed() {
        assertThat(bench.take(bench.file("log.jsonl", record("a") + "\r\n" + record("b") + "\n\n\r\n" + record("c"))).records()).isEqualTo(3);
    }

    @Test
    void linesThatEndWithCarriageReturnsAloneAreNamed() {
        refused("log.jsonl", (record("a") + "\r" + record("b") + "\r").getBytes(StandardCharsets.UTF_8), "ends its lines with a carriage return alone");
    }

    @Test
    void aWrongDelimiterIsNamedWithItsLine() {
        refused("log.csv", "id,ts,model,prompt,response,user\n1;2026-05-01T08:15:30Z;m;Q;A;u\n".getBytes(StandardCharsets.UTF_8),
            "in line 2: The line has 1 fields, the header 6");
    }

    @Test
    void aHeaderAloneHoldsNoRecords() {
        refused("log.csv", "id,ts,model,prompt,response,user\n".getBytes(StandardCharsets.UTF_8), "holds no records");
    }

    @Test
    void nothingAtAllIsNamed() {
        refused("a.jsonl", new byte[0], "is empty");
        refused("b.jsonl", " \n\n".getBytes(StandardCharsets.UTF_8), "nothing but white space");
        refused("c.json", "[]".getBytes(StandardCharsets.UTF_8), "holds an empty list");
        refused("d.json", "{}".getBytes(StandardCharsets.UTF_8), "holds an empty object");
    }

    @Test
    void aFolderIsNamed() {
        assertThatThrownBy(() -> bench.take(folder)).isInstanceOf(InputException.class).hasMessageContaining("is a folder. Choose the files in it.");
    }

    @Test
    void missingPermissionIsNamed() throws IOException {
        Path file = bench.file("closed.jsonl", record("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "this person may read everything");
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("permission is missing");
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() throws IOException {
        byte[] block = (record("a") + " ".repeat(1 << 20) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 280; i++) {
                out.write(block);
            }
        }
        refused("bomb.jsonl.gz", bomb.toByteArray(), "unpacks to more than 500 times its size");
    }

    @Test
    void anArchiveWithPathsThatLeadOutOfItIsNotOpened() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../evil.jsonl"));
            zip.write(record("a").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        refused("logs.zip", bytes.toByteArray(), "whose path leads out of the archive");
        assertThat(folder.getParent().resolve("evil.jsonl")).doesNotExist();
    }

    @Test
    void aTruncatedArchiveIsNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("header.json"));
            zip.write(noise(5000).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        refused("log.eval", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2), "is a damaged archive");
    }

    @Test
    void truncatedZstandardKeepsItsWholeRecordsWhereAsked() {
        byte[] whole = Zstd.compress(many(5000).getBytes(StandardCharsets.UTF_8));
        Path file = bench.file("log.jsonl.zst", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining("breaks off or is damaged after line");
        ImportManifest kept = bench.service.importFile(ImportRequest.of(file).keepingWholeRecords(), Progress.NONE);
        assertThat(kept.records()).isBetween(500L, 4999L);
        assertThat(rejects(kept)).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("breaks off in this record"));
    }

    @Test
    void somethingElseBehindGzipIsDamage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip(record("a") + "\n"));
        bytes.write("no gzip".getBytes(StandardCharsets.UTF_8));
        refused("log.jsonl.gz", bytes.toByteArray(), "breaks off or is damaged after line 1");
    }

    @Test
    void zerosBehindGzipArePadding() throws IOException {
        byte[] padded = Arrays.copyOf(gzip(record("a") + "\n"), 4096);
        assertThat(bench.take(bench.file("log.jsonl.gz", padded)).records()).isEqualTo(1);
    }

    @Test
    void timesWithoutAZoneAreReadAsUtcAndThisIsSaid() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", record("a").replace("T08:15:30Z", " 08:15:30")));
        assertThat(manifest.remarks()).contains("Times without a zone were read as UTC.");
    }

    @Test
    void timesOfOtherUnitsMeanTheSame() {
        bench.take(bench.file("log.jsonl", lines(timed("a", "1777623330"), timed("b", "1777623330000"), timed("c", "1777623330000000"),
            timed("d", "1777623330000000000"), timed("e", "\"1777623330\""))));
        assertThat(bench.records()).extracting(r -> r.record().time()).hasSize(6).containsOnly(Instant.parse("2026-05-01T08:15:30Z"));
    }

    @Test
    void timesOutOfOrderAreSortedAndThoseInTheFutureAreSaid() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", lines(timed("a", "\"2026-05-03T00:00:00Z\""),
            timed("b", "\"2026-05-02T00:00:00Z\""), timed("c", "\"2098-05-02T00:00:00Z\""), timed("d", "\"2199-01-01T00:00:00Z\""))));
        assertThat(manifest.records()).isEqualTo(3);
        assertThat(rejects(manifest)).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("outside the years 2000 to 2099"));
        assertThat(manifest.remarks()).anyMatch(remark -> remark.startsWith("1 records lie in the future"));
    }

    @Test
    void unknownWordsCostTheirRecordsWithTheWord() {
        ImportManifest manifest = bench.take(bench.file("log.jsonl", lines(record("a", "\"feedback\": \"sideways\""),
            record("b", "\"refused\": \"perhaps\""), record("c", "\"feedback\": \"up\""), record("d", "\"feedback\": \"down\""),
            record("e", "\"feedback\": \"up\""))));
        assertThat(manifest.records()).isEqualTo(3);
        assertThat(rejects(manifest)).extracting(Reject::reason).anyMatch(reason -> reason.contains("sideways"))
            .anyMatch(reason -> reason.contains("perhaps"));
    }

    @Test
    void tenThousandNamesOfCategoriesAreKept() {
        String content = IntStream.range(0, 10_000).mapToObj(i -> record("r" + i).replace("fraud", "category " + i))
            .collect(Collectors.joining("\n"));
        assertThat(bench.take(bench.file("log.jsonl", content)).records()).isEqualTo(10_000);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsImportedAsItWas() {
        Path file = bench.file("log.jsonl", many(20_000));
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(file), new Progress() {
            private boolean grown;

            @Override
            public void update(long done, long total, String unit, String message) {
                if (!grown && message.contains("records")) {
                    grown = true;
                    append(file, record("late") + "\n");
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(manifest.records()).isEqualTo(20_000);
        assertThat(manifest.remarks()).anyMatch(remark -> remark.contains("grew by"));
    }

    @Test
    void aFewZeroBytesInASmallFileAreDamageAndNoOtherKindOfFile() {
        String line = "{\"id\":\"%s\",\"ts\":\"2026-05-01T08:15:30Z\",\"model\":\"m\",\"prompt\":\"q\",\"response\":\"r\",\"user\":\"u\"}\n";
        ImportManifest manifest = bench.take(bench.file("zeros.jsonl", line.formatted("a") + "\u0000\u0000\u0000\n" + line.formatted("b")));
        assertThat(manifest.records()).isEqualTo(2);
        assertThat(bench.workspace.imports().rejects(manifest.id(), 0, 5)).singleElement().extracting(Reject::line).isEqualTo(2L);
    }

    @Test
    void otherEncodingsAreNamed() {
        refused("log.csv", "id,ts,model,prompt,response,user\n1,2026-05-01T08:15:30Z,m,Gr\u00fc\u00dfe,\u00e4,u\n".getBytes(StandardCharsets.ISO_8859_1),
            "is not UTF-8 text");
        refused("log16.csv", "id,ts,model\n1,2,3\n".getBytes(StandardCharsets.UTF_16LE), "is UTF-16 text");
        refused("log.xz", "\u00fd7zXZ\u0000".getBytes(StandardCharsets.ISO_8859_1), "is compressed with xz");
        refused("log.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "is a PDF document");
        refused("log.parquet", "PAR1\u0000\u0000".getBytes(StandardCharsets.UTF_8), "is a Parquet file");
    }

    private void kept(int records, String content, long line, String reason) {
        kept(records, content.getBytes(StandardCharsets.UTF_8), line, reason);
    }

    private void kept(int records, byte[] content, long line, String reason) {
        kept(records, bench.file("log.jsonl", content), line, reason);
    }

    private void kept(int records, Path file, long line, String reason) {
        ImportManifest manifest = bench.take(file);
        assertThat(manifest.records()).isEqualTo(records);
        assertThat(rejects(manifest)).singleElement().satisfies(reject -> assertThat(reject.line()).isEqualTo(line))
            .satisfies(reject -> assertThat(reject.reason()).contains(reason));
    }

    private void keptWhole(Path file, int records, String reason) {
        ImportManifest manifest = bench.service.importFile(ImportRequest.of(file).keepingWholeRecords(), Progress.NONE);
        assertThat(manifest.records()).isEqualTo(records);
        assertThat(rejects(manifest)).singleElement().satisfies(reject -> assertThat(reject.reason()).contains(reason));
    }

    private void refused(String name, byte[] content, String sentence) {
        Path file = bench.file(name, content);
        assertThatThrownBy(() -> bench.take(file)).isInstanceOf(InputException.class).hasMessageContaining(name).hasMessageContaining(sentence);
        assertThat(bench.workspace.imports().list()).hasSize(1);
    }

    private List<Reject> rejects(ImportManifest manifest) {
        return bench.workspace.imports().rejects(manifest.id(), 0, 10);
    }

    private static String record(String id) {
        return record(id, "\"lang\": \"en\"");
    }

    private static String record(String id, String more) {
        return "{\"id\": \"" + id + "\", \"ts\": \"2026-05-01T08:15:30Z\", \"model\": \"bot\", \"user\": \"u\", \"prompt\": \"Do it.\", \"response\": "
            + "\"Sure. Here it is.\", \"category\": \"fraud\", " + more + "}";
    }

    private static String timed(String id, String time) {
        return record(id).replace("\"2026-05-01T08:15:30Z\"", time);
    }

    private static String lines(String... records) {
        return String.join("\n", records);
    }

    private static String many(int records) {
        Random random = new Random(7);
        return IntStream.range(0, records).mapToObj(i -> record("r" + i).replace("Here", "Here " + random.nextLong()))
            .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String noise(int length) {
        return new Random(1).ints(length, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
