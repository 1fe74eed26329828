package io.plumbline.store;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.AskedPrompt;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * An {@link AnswerTable} as bytes, column by column and deflated: five bytes of length, version and what the numbers of verdicts and intents
 * mean, then prompts, then answers. Names of constants are written beside their numbers, so that a later program may order them otherwise.
 */
final class AnswerBytes {

    private static final int VERSION = 1;
    private static final int MOST_BYTES = 1 << 30;

    private AnswerBytes() {
    }

    static byte[] write(AnswerTable table) {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(plain);
            strings(out, names(Verdict.values()));
            strings(out, names(PromptIntent.values()));
            strings(out, table.judges());
            prompts(out, table.prompts());
            answers(out, table);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(packed);
            head.writeByte(VERSION);
            head.writeInt(plain.size());
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(head, deflater)) {
                plain.writeTo(deflated);
            } finally {
                deflater.end();
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prompts(DataOutputStream out, List<AskedPrompt> prompts) throws IOException {
        strings(out, prompts.stream().map(AskedPrompt::key).toList());
        for (AskedPrompt prompt : prompts) {
            out.writeLong(prompt.words());
        }
        dictionary(out, prompts, AskedPrompt::category);
        integers(out, prompts, prompt -> prompt.intent().ordinal());
        // A name that is the key needs no second copy.
        dictionary(out, prompts, prompt -> prompt.name().equals(prompt.key()) ? "=" : prompt.name().isEmpty() ? "" : " " + prompt.name());
        dictionary(out, prompts, AskedPrompt::shape);
        integers(out, prompts, AskedPrompt::turns);
        dictionary(out, prompts, AskedPrompt::cluster);
    }

    private static void answers(DataOutputStream out, AnswerTable table) throws IOException {
        out.writeInt(table.size());
        for (int answer = 0; answer < table.size(); answer++) {
            out.writeInt(table.promptOf(answer));
        }
        for (int answer = 0; answer < table.size(); answer++) {
            out.writeInt(table.place(answer));
        }
        for (int answer = 0; answer < table.size(); answer++) {
            out.writeBoolean(table.responded(answer));
        }
        for (int judge = 0; judge < table.judges().size(); judge++) {
            for (int answer = 0; answer < table.size(); answer++) {
                out.writeByte(table.isJudged(judge, answer) ? table.verdict(judge, answer).ordinal() : -1);
            }
        }
    }

    private static void strings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        List<byte[]> all = strings.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        for (byte[] one : all) {
            out.writeInt(one.length);
        }
        for (byte[] one : all) {
            out.write(one);
        }
    }

    private static <T> void dictionary(DataOutputStream out, List<T> rows, Function<T, String> text) throws IOException {
        Map<String, Integer> index = new LinkedHashMap<>();
        rows.forEach(row -> index.putIfAbsent(text.apply(row), index.size()));
        strings(out, List.copyOf(index.keySet()));
        integers(out, rows, row -> index.get(text.apply(row)));
    }

    private static <T> void integers(DataOutputStream out, List<T> rows, ToIntFunction<T> number) throws IOException {
        for (T row : rows) {
            out.writeInt(number.applyAsInt(row));
        }
    }

    private static List<String> names(Enum<?>[] constants) {
        List<String> names = new ArrayList<>();
        for (Enum<?> constant : constants) {
            names.add(constant.name());
        }
        return names;
    }

    static AnswerTable read(byte[] packed) {
        ByteBuffer in = inflated(packed);
        Verdict[] verdicts = strings(in).stream().map(Verdict::valueOf).toArray(Verdict[]::new);
        PromptIntent[] intents = strings(in).stream().map(PromptIntent::valueOf).toArray(PromptIntent[]::new);
        List<String> judges = strings(in);
        List<AskedPrompt> prompts = prompts(in, intents);
        int size = in.getInt();
        int[] promptOf = integers(in, size);
        int[] places = integers(in, size);
        boolean[] responded = new boolean[size];
        for (int answer = 0; answer < size; answer++) {
            responded[answer] = in.get() != 0;
        }
        byte[][] said = new byte[judges.size()][size];
        for (byte[] column : said) {
            in.get(column);
            for (int answer = 0; answer < size; answer++) {
                column[answer] = column[answer] < 0 ? -1 : (byte) verdicts[column[answer]].ordinal();
            }
        }
        return new AnswerTable(prompts, judges, promptOf, places, responded, said);
    }

    private static ByteBuffer inflated(byte[] packed) {
        ByteBuffer head = ByteBuffer.wrap(packed);
        int version = head.get();
        int size = head.getInt();
        if (version != VERSION || size < 0 || size > MOST_BYTES) {
            throw new WorkspaceException("The columns of a run were written by another version of this program. Take its import back and import it again.",
                new IllegalStateException("version " + version));
        }
        byte[] plain = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, head.position(), head.remaining());
            int at = 0;
            while (at < size) {
                int read = inflater.inflate(plain, at, size - at);
                if (read == 0) {
                    throw new DataFormatException("the bytes end early");
                }
                at += read;
            }
            return ByteBuffer.wrap(plain);
        } catch (DataFormatException e) {
            throw new WorkspaceException("The columns of a run are damaged. Take its import back and import it again.", e);
        } finally {
            inflater.end();
        }
    }

    private static List<AskedPrompt> prompts(ByteBuffer in, PromptIntent[] intents) {
        List<String> keys = strings(in);
        int size = keys.size();
        long[] words = new long[size];
        in.asLongBuffer().get(words);
        in.position(in.position() + Long.BYTES * size);
        String[] categories = dictionary(in, size);
        int[] intent = integers(in, size);
        String[] names = dictionary(in, size);
        String[] shapes = dictionary(in, size);
        int[] turns = integers(in, size);
        String[] clusters = dictionary(in, size);
        List<AskedPrompt> prompts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String name = names[i].isEmpty() ? "" : names[i].equals("=") ? keys.get(i) : names[i].substring(1);
            prompts.add(new AskedPrompt(keys.get(i), words[i], categories[i], intents[intent[i]], name, shapes[i], turns[i], clusters[i]));
        }
        return prompts;
    }

    private static List<String> strings(ByteBuffer in) {
        int[] lengths = integers(in, in.getInt());
        List<String> strings = new ArrayList<>(lengths.length);
        int at = in.position();
        for (int length : lengths) {
            strings.add(new String(in.array(), at, length, StandardCharsets.UTF_8));
            at += length;
        }
        in.position(at);
        return strings;
    }

    private static String[] dictionary(ByteBuffer in, int size) {
        List<String> texts = strings(in);
        int[] index = integers(in, size);
        String[] column = new String[size];
        for (int i = 0; i < size; i++) {
            column[i] = texts.get(index[i]);
        }
        return column;
    }

    private static int[] integers(ByteBuffer in, int size) {
        int[] numbers = new int[size];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + Integer.BYTES * size);
        return numbers;
    }
}
