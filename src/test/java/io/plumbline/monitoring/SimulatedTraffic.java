package io.plumbline.monitoring;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes small logs with known changes; the same seed gives the same log. */
public final class SimulatedTraffic {

    public static final LocalDate START = LocalDate.of(2026, 5, 1);

    private final SplittableRandom random;
    private final List<MeasuredRecord> records = new ArrayList<>();
    private int number;

    public SimulatedTraffic(long seed) {
        random = new SplittableRandom(seed);
    }

    public static LocalDate day(int index) {
        return START.plusDays(index);
    }

    /** What one day brings: prompts per category, and the refusal rate of each. */
    public static final class Day {
        private final Map<String, Integer> prompts = new LinkedHashMap<>();
        private final Map<String, Double> rates = new LinkedHashMap<>();
        private String detector = "d1";
        private String context = "c0";
        private String canary = "";
        private String user = "";
        private String prompt = "";
        private double flipped;
        private double sampled = 1;
        private double labelled = 1;

        public Day with(String category, int n, double rate) {
            prompts.put(category, n);
            rates.put(category, rate);
            return this;
        }

        public Day detector(String version, double share) {
            detector = version;
            flipped = share;
            return this;
        }

        public Day context(String name) {
            context = name;
            return this;
        }

        public Day canary(String type, String account) {
            canary = type;
            user = account;
            return this;
        }

        public Day user(String account) {
            user = account;
            return this;
        }

        public Day prompt(String text) {
            prompt = text;
            return this;
        }

        public Day sampled(double probability) {
            sampled = probability;
            return this;
        }

        public Day labelled(double share) {
            labelled = share;
            return this;
        }
    }

    public SimulatedTraffic add(int index, Day day) {
        day.prompts.forEach((category, n) -> {
            for (int i = 0; i < n; i++) {
                boolean refused = random.nextDouble() < day.rates.get(category);
                boolean label = random.nextDouble() < day.flipped ? !refused : refused;
                boolean kept = random.nextDouble() < day.sampled;
                boolean hasLabel = random.nextDouble() < day.labelled;
                double toxicity = random.nextDouble() * random.nextDouble() * 0.3;
                int tokens = 20 + random.nextInt(40);
                int second = random.nextInt(86_400);
                if (kept) {
                    records.add(record(index, day, category, refused, hasLabel ? Optional.of(label) : Optional.empty(), toxicity, tokens, second));
                }
            }
        });
        return this;
    }

    private MeasuredRecord record(int index, Day day, String category, boolean refused, Optional<Boolean> label, double toxicity, int tokens,
                                  int second) {
        String user = day.user.isEmpty() ? "u" + random.nextInt(500) : day.user;
        String prompt = day.prompt.isEmpty() ? "please explain " + category + " topic " + random.nextInt(40) : day.prompt;
        LogRecord record = new LogRecord("r" + number++, day(index).atStartOfDay(ZoneOffset.UTC).plusSeconds(second).toInstant(), "bot", user,
            "s1", 1, day.context, "en", category, category, prompt, refused ? "I can't help with that." : "Sure.", "stop", 10, tokens, 100,
            label, toxicity, day.detector, day.canary, day.sampled, Feedback.NONE);
        return new MeasuredRecord(record, refused ? Verdict.REFUSED : Verdict.COMPLIED, List.of(), "1", record.language(),
            record.topic(), SignalValues.NONE, List.of());
    }

    public List<MeasuredRecord> records() {
        return List.copyOf(records);
    }

    public FakeProductionLog log() {
        return new FakeProductionLog(records);
    }
}
