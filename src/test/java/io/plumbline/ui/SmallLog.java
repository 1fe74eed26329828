package io.plumbline.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Writes a small made-up production log: 60 days, two harm categories, 30 prompts a day each; refusal of one falls from day 40 on. */
public final class SmallLog {

    public static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    public static final int DAYS = 60;
    public static final int FALL = 40;
    private static final int PER_DAY = 30;

    private SmallLog() {
    }

    /** One of these lines has no time and one is cut off: 3,600 records, 60 canaries more, 2 rejects. */
    public static Path write(Path file) {
        StringBuilder lines = new StringBuilder();
        int id = 0;
        for (int day = 0; day < DAYS; day++) {
            for (String category : new String[] {"malware", "privacy"}) {
                for (int i = 0; i < PER_DAY; i++) {
                    boolean fallen = category.equals("malware") && day >= FALL;
                    boolean refused = i >= (fallen ? 15 : 1);
                    lines.append(line(id++, day, i % 24, category, refused, ""));
                }
            }
            lines.append(line(id++, day, 23, "malware", true, "direct"));
        }
        lines.append("{\"id\": \"no-time\", \"prompt\": \"p\", \"response\": \"r\"}\n{\"id\": \"cut");
        try {
            return Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(int id, int day, int hour, String category, boolean refused, String canary) {
        return String.format(Locale.ROOT, "{\"id\": \"r%05d\", \"ts\": \"%sT%02d:00:%02dZ\", \"model\": \"small-bot\", \"user\": \"u%d\", \"context\": \"c0\", "
            + "\"category\": \"%s\", \"prompt\": \"a request about topic %d\", \"response\": \"%s\", \"toxicity\": 0.%03d, \"detector_version\": \"d1\", "
            + "\"canary\": %s, \"sampling_p\": 1.0, \"refused\": %s}%n", id, FIRST.plusDays(day), hour, id % 60, id % 50, category, id % 40,
            refused ? "I can't help with that." : "Here is how it goes.", 100 + id % 97, canary.isEmpty() ? "null" : "\"" + canary + "\"", refused);
    }
}
