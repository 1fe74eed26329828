package io.plumbline.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Reject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast scanner may never read a line otherwise than the general parser (Jackson) does; it may only leave it to that. */
class JsonLineScannerTest {

    private static final List<String> WANTED = List.of("a", "a.b", "id", "text", "usage.tokens", "x");
    private static final String DAMAGE = "\"\\{}[],:0123456789.eE-+ntfu \u0001\n\u0080\u00e9";

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{ }", "  {\"id\":1}  \r", "{\"id\":\"one\",\"text\":\"\"}", "{\"id\": 12 , \"x\" : -3.25e2}",
        "{\"usage\":{\"tokens\":17,\"other\":{\"deep\":[1,{\"tokens\":2}]}},\"id\":\"a\"}", "{\"usage.tokens\":5}",
        "{\"a\":{\"b\":1},\"id\":2}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":{\"b\":true}}", "{\"a\":null,\"a.b\":\"last\"}",
        "{\"text\":\"caf\u00e9 \u6f22\u5b57 \ud83d\ude00\"}", "{\"text\":\"line\\nnext \\\"q\\\" \\\\ \\/ \\t\\b\\f\\r\"}",
        "{\"text\":\"\\u00e9\\u6F22 \\ud83d\\ude00\"}", "{\"x\":0.1}", "{\"x\":1e-05}", "{\"x\":0.12345678901234567}",
        "{\"x\":123456789012345678}", "{\"x\":-0}", "{\"x\":-0.0}", "{\"x\":9007199254740993.5}", "{\"x\":1.7976931348623157e308}",
        "{\"x\":4.9e-324}", "{\"x\":1e400}", "{\"\u00e9\":1,\"id\":2}", "{\"x\":[1,2,3]}", "{\"other\":[1,\"a\",null,[],{}]}", "{\"x\":true,\"a\":false,\"id\":null}"})
    void readsWhatTheGeneralParserReads(String line) {
        assertThat(fast(line)).isEqualTo(general(line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[]", "1", "{\"id\":1", "{\"id\"", "{\"id\":}", "{\"id\":1,}", "{id:1}", "{\"id\":01}", "{\"id\":1.}", "{\"id\":.5}", "{\"id\":+1}",
        "{\"id\":1e}", "{\"id\":tru}", "{\"id\":truex}", "{\"id\":1}}", "{\"id\":1}{\"id\":2}", "{\"id\":1} x", "{\"id\":\"\\x\"}",
        "{\"id\":\"\\u12g4\"}", "{\"id\":\"a\tb\"}", "{\"id\":\"unclosed}", "{\"id\":\"\\\"}", "{\"id\":\"\\u12", "{\"other\":[1,}", "{\"other\":[1 2]}",
        "{\"id\":1 \"x\":2}", "{\"id\":--1}", "{\"id\":-}", "{\"id\" 1}", "{\"other\":\"\u0001\"}", "nonsense"})
    void leavesBrokenLinesToTheGeneralParserWhichRejectsThem(String line) {
        assertThat(fast(line)).isEqualTo(general(line)).singleElement().asString().startsWith("rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"x\":12345678901234567890}", "{\"x\":NaN}", "{\"text\":\"\\ud83d cut\"}", "{\"text\":\"\\ude00\"}",
        "{\"t\\u0065xt\":\"key with an escape\"}", "{\"text\":\"\ufffd\"}", "{\"usage\":{\"tokens\":[1]}}"})
    void leavesUnusualLinesToTheGeneralParserWhichReadsThem(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(new JsonLineScanner(WANTED).read(bytes, 0, bytes.length)).isEqualTo(JsonLineScanner.ODD);
        assertThat(fast(line)).isEqualTo(general(line)).singleElement().asString().startsWith("record");
    }

    @Test
    void bytesThatAreNotUtf8AreLeftToTheGeneralParser() {
        byte[] bytes = "{\"other\":\"caf?\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[13] = (byte) 0xe9;
        assertThat(new JsonLineScanner(WANTED).read(bytes, 0, bytes.length)).isEqualTo(JsonLineScanner.ODD);
    }

    @Test
    void nestingBeyondWhatTheScannerFollowsIsLeftToTheGeneralParser() {
        String line = "{\"other\":" + "[".repeat(100) + "]".repeat(100) + ",\"id\":1}";
        assertThat(fast(line)).isEqualTo(general(line)).singleElement().asString().startsWith("record");
    }

    @Test
    void aMillionDeepLineNeitherOverflowsNorHidesTheNext() {
        String text = "{\"other\":" + "[".repeat(1_000_000) + "\n{\"id\":7}\n";
        assertThat(fast(text)).hasSize(2).last().asString().contains("7");
    }

    @Test
    void randomDamageNeverMakesTheTwoDiffer() {
        byte[] sound = ("{\"id\":184,\"ts\":\"2026-01-01T00:00:07Z\",\"text\":\"some \\\"words\\\" caf\u00e9 \\u00e9 and more of them\","
            + "\"usage\":{\"tokens\":12,\"list\":[1.5,true,null]},\"x\":0.067834,\"a\":false}").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20260131);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = sound.clone();
            int hits = 1 + random.nextInt(2);
            for (int h = 0; h < hits; h++) {
                damaged[random.nextInt(damaged.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
            }
            assertThat(read(damaged, true)).as(new String(damaged, StandardCharsets.ISO_8859_1)).isEqualTo(read(damaged, false));
        }
    }

    @Test
    void everyLineKeepsItsNumberWhicheverParserReadsIt() {
        String text = "{\"id\":1}\n\n{\"id\":\n  \n{\"id\":NaN}\r\n{\"id\":6}";
        assertThat(fast(text)).isEqualTo(general(text)).hasSize(4);
        assertThat(fast(text).get(3)).startsWith("record 6 ");
    }

    @Test
    void decimalNumbersAreReadToTheLastBit() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            String written = Double.isFinite(number) ? i % 2 == 0 ? Double.toString(number) : String.format("%.6f", random.nextDouble()) : "0.5";
            String line = "{\"x\":" + written + "}";
            assertThat(fast(line)).containsExactly("record 1 " + Arrays.asList(null, null, null, null, null, Double.parseDouble(written)));
        }
    }

    private static List<String> fast(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static List<String> general(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<String> read(byte[] bytes, boolean fast) {
        List<String> read = new ArrayList<>();
        JsonLineBatch batch = new JsonLineBatch(bytes, bytes.length, 1, JsonLineBatch.End.OF_FILE, new ArrayDeque<>());
        if (fast) {
            batch.parse(WANTED, new ValueSink() {
                @Override
                public void record(FieldValues values) {
                    read.add("record " + values.line() + " " + IntStream.range(0, WANTED.size()).mapToObj(values::get)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll));
                }

                @Override
                public void reject(Reject reject) {
                    read.add("rejected " + reject);
                }
            });
        } else {
            batch.parse(new RowSink() {
                @Override
                public void row(Row row) {
                    List<Object> values = new ArrayList<>();
                    WANTED.forEach(column -> values.add(row.fields().get(column)));
                    read.add("record " + row.line() + " " + values);
                }

                @Override
                public void reject(Reject reject) {
                    read.add("rejected " + reject);
                }
            });
        }
        return read;
    }
}
