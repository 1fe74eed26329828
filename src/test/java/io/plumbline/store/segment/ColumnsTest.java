package io.plumbline.store.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every encoding of a column, there and back. */
class ColumnsTest {

    private final Random random = new Random(7);

    private static ByteSource written(Consumer<ByteSink> column) {
        ByteSink sink = new ByteSink();
        column.accept(sink);
        return new ByteSource(sink.toBytes());
    }

    private static int size(Consumer<ByteSink> column) {
        ByteSink sink = new ByteSink();
        column.accept(sink);
        return sink.size();
    }

    private static void comesBack(long... values) {
        assertThat(LongColumn.read(written(sink -> LongColumn.write(sink, values, values.length)))).containsExactly(values);
        var lazy = LongColumn.lazily(written(sink -> LongColumn.write(sink, values, values.length)), values.length);
        assertThat(IntStream.range(0, values.length).mapToLong(lazy).toArray()).containsExactly(values);
    }

    private static void comesBackExactly(double... values) {
        double[] read = NumberColumn.read(written(sink -> NumberColumn.write(sink, values, values.length)));
        assertThat(Arrays.stream(read).mapToLong(Double::doubleToRawLongBits).toArray())
            .containsExactly(Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
    }

    private static void comesBack(String... values) {
        Strings read = StringColumn.read(written(sink -> StringColumn.write(sink, values, values.length)));
        assertThat(IntStream.range(0, read.size()).mapToObj(read::get)).containsExactly(values);
    }

    @Test
    void wholeNumbersOfEveryWidth() {
        comesBack(new long[0]);
        comesBack(5);
        comesBack(5, 5, 5);
        comesBack(Long.MIN_VALUE, Long.MAX_VALUE, 0, -1);
        for (int width = 1; width <= 64; width++) {
            int bits = width;
            comesBack(random.longs(130).map(value -> value >>> (64 - bits)).toArray());
            comesBack(random.longs(130).map(value -> value >> (64 - bits)).toArray());
        }
    }

    @Test
    void timesAtEvenStepsTakeNoRoom() {
        long[] times = IntStream.range(0, 4096).mapToLong(i -> 1_767_225_600_000_000L + i * 7_000_000L).toArray();
        comesBack(times);
        assertThat(size(sink -> LongColumn.write(sink, times, times.length))).isLessThan(40);
    }

    @Test
    void refusalLabelsTakeTwoBitsAtMost() {
        long[] labels = random.ints(4096, 0, 3).asLongStream().toArray();
        comesBack(labels);
        assertThat(size(sink -> LongColumn.write(sink, labels, labels.length))).isLessThan(4096 / 4 + 20);
    }

    @Test
    void loggedNumbersComeBackToTheLastBit() {
        comesBackExactly();
        comesBackExactly(0.1, 0.12, 0.123456, Double.NaN, 0);
        comesBackExactly(1e15, 0.000001, 0.5);
        comesBackExactly(-0.0, 0.0, 1.0);
        comesBackExactly(1 / 3.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -Double.MAX_VALUE);
        comesBackExactly(Double.NaN, Double.NaN);
        comesBackExactly(random.doubles(500).toArray());
        comesBackExactly(random.doubles(500).map(value -> Math.round(value * 1e6) / 1e6).toArray());
    }

    @Test
    void scoresWithSixDecimalsTakeTwentyBits() {
        double[] scores = random.doubles(4096).map(value -> Math.round(value * 1e6) / 1e6).toArray();
        assertThat(size(sink -> NumberColumn.write(sink, scores, scores.length))).isLessThan(4096 * 20 / 8 + 40);
    }

    @Test
    void measuredNumbersAreWithinOnePartInEightThousand() {
        double[] values = random.doubles(2000).map(value -> (float) (Math.exp(value * 20 - 10))).toArray();
        values[7] = Double.NaN;
        values[8] = 0;
        values[9] = (float) 1e30;
        values[10] = Float.MAX_VALUE;
        double[] read = NumberColumn.read(written(sink -> NumberColumn.writeMeasured(sink, values, values.length)));
        assertThat(read[7]).isNaN();
        for (int i = 0; i < values.length; i++) {
            if (i != 7) {
                assertThat(Math.abs(read[i] - values[i])).as("value " + values[i]).isLessThanOrEqualTo(Math.abs(values[i]) / 8000);
            }
        }
    }

    @Test
    void measuredCountsAreExact() {
        double[] counts = random.ints(4096, 0, 100_000).asDoubleStream().toArray();
        assertThat(NumberColumn.read(written(sink -> NumberColumn.writeMeasured(sink, counts, counts.length)))).containsExactly(counts);
    }

    @Test
    void textsOfEveryKind() {
        comesBack(new String[0]);
        comesBack("");
        comesBack("a", "a", "b", "a", "");
        comesBack("1", "2", "30", "400");
        comesBack("01", "1", "-5", "99999999999999999999");
        comesBack("00ff00ff", "deadbeef", "01234567");
        comesBack("00ff00f", "deadbee");
        comesBack("DEADBEEF", "01234567");
        comesBack("half \ud800", "half \udc00 ?", "?", "whole \ud83d\ude00", "\u0000", "é", "漢字 ?");
        comesBack(random.ints(5000).mapToObj(Integer::toHexString).toArray(String[]::new));
        comesBack(random.ints(5000, 0, 300).mapToObj(i -> "topic " + i).toArray(String[]::new));
        comesBack(IntStream.range(0, 10_000).mapToObj(i -> "category " + i).toArray(String[]::new));
    }

    @Test
    void pseudonymsTakeHalfTheirLength() {
        String[] users = random.longs(4096).mapToObj(user -> "%016x%016x".formatted(user, ~user)).toArray(String[]::new);
        comesBack(users);
        assertThat(size(sink -> StringColumn.write(sink, users, users.length))).isLessThan(4096 * 16 + 40);
    }

    @Test
    void damagedBytesAreSaidToBeDamagedAndNothingWorse() {
        ColumnFile.Writer writer = new ColumnFile.Writer();
        writer.longs("time", random.longs(100).toArray());
        String[] names = random.ints(100).mapToObj(Integer::toString).toArray(String[]::new);
        writer.add("name", sink -> StringColumn.write(sink, names, names.length));
        byte[] whole = writer.toBytes();
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> {
                ColumnFile file = ColumnFile.of(damaged);
                LongColumn.read(file.column("time"));
                StringColumn.read(file.column("name"));
            }).as("byte " + at).isInstanceOf(DamagedBytesException.class);
            int end = at;
            assertThatThrownBy(() -> ColumnFile.of(Arrays.copyOf(whole, end)).column("name")).isInstanceOf(DamagedBytesException.class);
        }
    }

    /** What the checksum does not catch because it was written so. */
    @Test
    void columnsOfRandomBytesNeverReadBeyondTheirEnd() {
        for (int i = 0; i < 400; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            tolerated(() -> LongColumn.read(new ByteSource(noise)));
            tolerated(() -> NumberColumn.read(new ByteSource(noise)));
            tolerated(() -> StringColumn.read(new ByteSource(noise)));
            tolerated(() -> ColumnFile.of(noise));
        }
    }

    private static void tolerated(Runnable reading) {
        try {
            reading.run();
        } catch (DamagedBytesException e) {
            assertThat(e).hasMessageContaining(" ");
        }
    }
}
