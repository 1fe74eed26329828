package io.plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ChangePointsCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void columnOfACsvTableIsSearched() throws IOException {
        assertThat(changes(csv("timestamp,value\n", i -> "2026-01-01 00:00:00," + step(i)))).isEqualTo("[30]");
    }

    @Test
    void countsAreSearchedAsARate() throws IOException {
        assertThat(changes(csv("day,k,n\n", i -> i + "," + (i < 30 ? 95 + i % 3 : 70 + i % 3) + ",100"))).isEqualTo("[30]");
        assertThat(changes(csv("day,refused,prompts\n", i -> i + "," + (i < 30 ? 95 + i % 3 : 70 + i % 3) + ",100"), "--column", "refused/prompts",
            "--method", "pelt", "--cost", "binomial")).isEqualTo("[30]");
    }

    @Test
    void turingFormWithMissingPointsKeepsItsIndices() throws IOException {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            raw.append(i == 0 ? "" : ",").append(i % 10 == 5 ? "null" : Double.toString(step(i)));
        }
        Path file = write("series.json", "{\"name\":\"x\",\"n_obs\":60,\"n_dim\":1,\"series\":[{\"label\":\"V1\",\"type\":\"float\",\"raw\":[" + raw + "]}]}");
        JsonNode answer = run(0, file, "--method", "pelt");
        assertThat(answer.path("n").asInt()).isEqualTo(60);
        assertThat(answer.path("method").asText()).isEqualTo("pelt");
        assertThat(answer.path("changePoints").toString()).isEqualTo("[30]");
    }

    @Test
    void plainArraysAndValuesAndCountsAreRead() throws IOException {
        assertThat(changes(write("a.json", "[1,1.1,0.9,1,1.05,9,9.1,8.9,9,9.05]"), "--method", "cusum")).isEqualTo("[5]");
        assertThat(changes(write("b.json", "{\"values\":[1,1.1,0.9,1,1.05,9,9.1,8.9,9,9.05]}"), "--method", "pelt")).isEqualTo("[5]");
        assertThat(changes(write("c.json", "{\"k\":[9,9,9,9,1,1,1,1],\"n\":[10,10,10,10,10,10,10,10]}"), "--method", "pelt")).isEqualTo("[4]");
    }

    @Test
    void penaltyIsThePriceOfAChange() throws IOException {
        Path file = write("a.json", "[0,0,0,0,1,1,1,1]");
        assertThat(changes(file, "--method", "pelt", "--cost", "mean", "--penalty", "1.9")).isEqualTo("[4]");
        assertThat(changes(file, "--method", "pelt", "--cost", "mean", "--penalty", "2.1")).isEqualTo("[]");
    }

    @Test
    void badFilesGetOneSentence() throws IOException {
        assertSentence(write("a.csv", "value\n1\nx\n"), "line 3", "not a number");
        assertSentence(write("b.csv", "a,b\n1,2\n"), "--column", "a, b");
        assertSentence(write("c.csv", "value\n\n"), "no lines");
        assertSentence(write("d.json", "{\"values\":[1,\"two\"]}"), "element 1");
        assertSentence(write("e.json", "{\"k\":[3],\"n\":[2]}"), "more than all");
        assertSentence(write("f.json", "{\"values\":[1,"), "line 1");
        assertSentence(write("g.csv", "value\n-1\n2\n3\n4\n5\n"), "does not suit", "--method", "pelt", "--cost", "poisson");
        assertSentence(folder.resolve("nowhere.csv"), "no file");
    }

    @Test
    void wrongUseIsToldFromBadInput() throws IOException {
        Path file = write("a.json", "[1,2,3]");
        assertThat(execute(file, "--method", "guess")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(execute(file, "--method", "pelt", "--cost", "binomial")).isEqualTo(ExitCode.WRONG_USE);
    }

    private void assertSentence(Path file, String part, String... more) {
        boolean options = more.length > 1;
        err.getBuffer().setLength(0);
        assertThat(execute(file, options ? more : new String[0])).as(file.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString().strip()).contains(part).doesNotContain("\n").doesNotContain("Exception");
        if (!options && more.length == 1) {
            assertThat(err.toString()).contains(more[0]);
        }
    }

    private String changes(Path file, String... options) throws IOException {
        return run(0, file, options).path("changePoints").toString();
    }

    private JsonNode run(int code, Path file, String... options) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(execute(file, options)).as(err.toString()).isEqualTo(code);
        return new ObjectMapper().readTree(out.toString());
    }

    private int execute(Path file, String... options) {
        CommandLine command = PlumblineCommand.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "change-points";
        arguments[1] = file.toString();
        arguments[2] = "--json";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command.execute(arguments);
    }

    private interface Line {
        String of(int index);
    }

    private Path csv(String header, Line line) throws IOException {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < 60; i++) {
            text.append(line.of(i)).append('\n');
        }
        return write("table.csv", text.toString());
    }

    private static double step(int i) {
        return (i < 30 ? 10 : 13) + new SplittableRandom(i).nextDouble();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
