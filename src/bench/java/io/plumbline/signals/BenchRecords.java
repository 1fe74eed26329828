package io.plumbline.signals;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Records as the import benchmark has them: a prompt of about 200 and a response of about 400 characters of made-up words, two texts in a
 * hundred with quotation marks, line breaks and characters beyond ASCII; or English prose of the same length.
 */
final class BenchRecords {

    private static final String[] PROSE = ("the answer depends on what you want to do because there are many ways to bake bread at home and most of "
        + "them need only flour water salt and time you can also add a little oil which makes the crumb softer however it is important to let "
        + "the dough rest before you shape it so that it does not tear perhaps you might try a small loaf first and then change one thing at a "
        + "time as you learn how your oven works").split(" ");

    private final SplittableRandom random = new SplittableRandom(20260131L);
    private final String[] words = new String[4000];

    BenchRecords() {
        for (int i = 0; i < words.length; i++) {
            char[] c = new char[2 + random.nextInt(8)];
            for (int j = 0; j < c.length; j++) {
                c[j] = (char) ('a' + random.nextInt(26));
            }
            words[i] = new String(c);
        }
    }

    LogRecord[] madeUp(int count) {
        LogRecord[] records = new LogRecord[count];
        for (int i = 0; i < count; i++) {
            records[i] = record(i, madeUpText(200), madeUpText(400));
        }
        return records;
    }

    LogRecord[] prose(int count) {
        LogRecord[] records = new LogRecord[count];
        for (int i = 0; i < count; i++) {
            String response = random.nextInt(5) == 0 ? "I'm sorry, but I can't help with that. " + proseText(300) : proseText(400);
            records[i] = record(i, proseText(200), response);
        }
        return records;
    }

    private String madeUpText(int target) {
        StringBuilder text = new StringBuilder();
        int end = target - 60 + random.nextInt(121);
        boolean odd = random.nextInt(50) == 0;
        while (text.length() < end) {
            double z = random.nextDouble();
            text.append(words[(int) (words.length * z * z * z)]).append(' ');
            if (odd && random.nextInt(8) == 0) {
                text.append(random.nextBoolean() ? "\"q\" " : random.nextBoolean() ? "line\nnext " : "caf\u00e9 \u6f22\u5b57 \\ ");
            }
        }
        return text.substring(0, text.length() - 1);
    }

    private String proseText(int target) {
        StringBuilder text = new StringBuilder();
        int sentence = 0;
        while (text.length() < target) {
            String word = PROSE[random.nextInt(PROSE.length)];
            text.append(sentence == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            sentence = sentence > 10 && random.nextInt(6) == 0 ? 0 : sentence + 1;
            text.append(sentence == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private LogRecord record(int i, String prompt, String response) {
        return new LogRecord("r" + i, Instant.EPOCH, "m", "", "", 0, "", "", "benign", "", prompt, response, "stop", -1, -1, -1,
            Optional.of(random.nextBoolean()), 0.01, "d1", "", 1, Feedback.NONE);
    }
}
