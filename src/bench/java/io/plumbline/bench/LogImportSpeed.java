package io.plumbline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.app.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The import of a large log beside DuckDB, whole processes in turn on the same file, each from an empty folder and with two threads; then the
 * rates and percentiles of every day and category, and the 100 most toxic records of one of these cells. The machine may be busy with other
 * things: only the ratio of two numbers measured in the same round says anything, so every round is printed. Arguments: the log (JSON lines
 * with id, ts, user_hash, category, prompt, response, refused, toxicity), the DuckDB JDBC jar, rounds (default 3), a scratch folder.
 */
public final class LogImportSpeed {

    private static final String HEAP = "-Xmx1g";

    private final String log;
    private final String duckDb;
    private final Path scratch;
    private final ObjectMapper json = new ObjectMapper();

    private LogImportSpeed(String log, String duckDb, Path scratch) {
        this.log = log;
        this.duckDb = duckDb;
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("log-import-speed");
        new LogImportSpeed(arguments[0], arguments[1], scratch).run(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3);
    }

    private void run(int rounds) throws IOException, InterruptedException {
        System.out.printf("%d processors, %s, %,d bytes%n", Runtime.getRuntime().availableProcessors(), log, Files.size(Path.of(log)));
        startUp();
        List<Round> done = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Round round = new Round(duckDb(), ours("all"), ours("labels"));
            System.out.println(round);
            done.add(round);
        }
        System.out.printf(Locale.ROOT, "medians: DuckDB %.2f s (load %.2f s), all signals %.2f s, labels %.2f s; ratios all %.2f, labels %.2f%n",
            median(done, r -> r.duckDb.seconds), median(done, r -> r.duckDb.loadSeconds), median(done, r -> r.all.seconds),
            median(done, r -> r.labels.seconds), median(done, r -> r.all.seconds / r.duckDb.seconds),
            median(done, r -> r.labels.seconds / r.duckDb.seconds));
        System.out.printf(Locale.ROOT, "processor time: DuckDB %.1f s, all signals %.1f s, labels %.1f s; ratios all %.2f, labels %.2f%n",
            median(done, r -> r.duckDb.cpuSeconds), median(done, r -> r.all.cpuSeconds), median(done, r -> r.labels.cpuSeconds),
            median(done, r -> r.all.cpuSeconds / r.duckDb.cpuSeconds), median(done, r -> r.labels.cpuSeconds / r.duckDb.cpuSeconds));
        System.out.printf(Locale.ROOT, "on disk: DuckDB %.1f MB, ours %.1f MB, ratio %.3f; resident: ours at most %.0f MB%n",
            done.get(0).duckDb.bytes / 1e6, done.get(0).all.bytes / 1e6, (double) done.get(0).all.bytes / done.get(0).duckDb.bytes,
            done.stream().mapToDouble(r -> Math.max(r.all.residentMb, r.labels.residentMb)).max().orElse(Double.NaN));
        System.out.printf(Locale.ROOT, "day × category: DuckDB %.1f ms; ours first of a process %.1f ms (ratio %.3f), "
            + "again %.1f ms (%.3f); 100 most toxic of a cell: first %.1f ms, again %.1f ms%n",
            median(done, r -> r.duckDb.query.again), median(done, r -> r.all.query.first),
            median(done, r -> r.all.query.first / r.duckDb.query.again), median(done, r -> r.all.query.again),
            median(done, r -> r.all.query.again / r.duckDb.query.again), median(done, r -> r.all.drill.first), median(done, r -> r.all.drill.again));
    }

    /** What every command takes before it does anything: a workspace that is made, and the same once more. */
    private void startUp() throws IOException, InterruptedException {
        Path folder = empty("plumbline");
        for (String what : List.of("made", "opened")) {
            Measured measured = plumbline("imports", "-w", folder.toString());
            System.out.printf(Locale.ROOT, "empty workspace %s: %.2f s, %.2f CPU-s%n", what, measured.wall, measured.cpu);
        }
    }

    private Side duckDb() throws IOException, InterruptedException {
        Path folder = empty("duckdb");
        Path database = folder.resolve("log.db");
        Measured measured = run(List.of("java", "-cp", duckDb + File.pathSeparator + System.getProperty("java.class.path"),
            DuckDbLog.class.getName(), log, database.toString()));
        JsonNode answer = json.readTree(measured.output);
        return new Side(measured.wall - answer.path("querySeconds").asDouble(), answer.path("loadSeconds").asDouble(), measured.cpu,
            measured.residentMb, Files.size(database), new Asked(Double.NaN, answer.path("queryMillis").asDouble()),
            new Asked(Double.NaN, Double.NaN), answer.path("rows").asInt());
    }

    private Side ours(String signals) throws IOException, InterruptedException {
        Path folder = empty("plumbline");
        Measured measured = plumbline("import", "-w", folder.toString(), "--signals", signals, "--json", log);
        JsonNode series = json.readTree(plumbline("series", "-w", folder.toString(), "--metrics", "refusal_rate,toxicity_p95", "--by",
            "day,category", "--json").output);
        JsonNode cell = series.path("rows").path(series.path("rows").size() / 2);
        JsonNode records = json.readTree(plumbline("records", "-w", folder.toString(), "--time", cell.path("time").asText(), "--category",
            cell.path("category").asText(), "--sort", "toxicity", "--limit", "100", "--json").output);
        double itself = json.readTree(measured.output).path("imports").path(0).path("seconds").asDouble();
        return new Side(measured.wall, itself, measured.cpu, measured.residentMb, bytes(folder), Asked.of(series), Asked.of(records),
            series.path("rows").size());
    }

    private Measured plumbline(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", HEAP, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    /** Runs a process to its end and watches what it takes. */
    private Measured run(List<String> command) throws IOException, InterruptedException {
        Path output = scratch.resolve("output");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        double resident = 0;
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            resident = Math.max(resident, residentMb(process.pid()));
            cpu = process.info().totalCpuDuration().orElse(cpu);
            process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + " of " + command);
        }
        return new Measured(wall, cpu.toMillis() / 1000.0, resident, Files.readString(output));
    }

    private static double residentMb(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:")).mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst().orElse(0);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    private Path empty(String name) throws IOException {
        Path folder = scratch.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static double median(List<Round> rounds, java.util.function.ToDoubleFunction<Round> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private record Measured(double wall, double cpu, double residentMb, String output) {
    }

    /** Milliseconds of a question: the first time in its process, and the median of three more, which is what DuckDB was measured by. */
    private record Asked(double first, double again) {

        static Asked of(JsonNode answer) {
            return new Asked(answer.path("queryMillis").asDouble(), answer.path("repeatMillis").asDouble());
        }
    }

    /** One program in one round; {@code seconds} of the whole process, {@code loadSeconds} as it says itself. */
    private record Side(double seconds, double loadSeconds, double cpuSeconds, double residentMb, long bytes, Asked query,
                        Asked drill, int rows) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (%.2f s by itself, %.1f CPU-s, %.0f MB resident, %,d bytes, %d rows in %.1f, again %.1f ms, "
                + "100 records in %.1f, again %.1f ms)", seconds, loadSeconds, cpuSeconds, residentMb, bytes, rows, query.first, query.again,
                drill.first, drill.again);
        }
    }

    private record Round(Side duckDb, Side all, Side labels) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "DuckDB %s%n  all    %s, ratio %.2f%n  labels %s, ratio %.2f", duckDb, all,
                all.seconds / duckDb.seconds, labels, labels.seconds / duckDb.seconds);
        }
    }
}
