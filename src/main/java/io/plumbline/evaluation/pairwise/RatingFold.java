package io.plumbline.evaluation.pairwise;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a session of its journal lines. What another person wrote, or another version of the program, is left out, not guessed. */
final class RatingFold {

    private final String id;
    private final Map<String, Rating> ratings = new LinkedHashMap<>();
    private Optional<JournalEntry> start = Optional.empty();
    private Optional<Instant> end = Optional.empty();

    RatingFold(String id) {
        this.id = id;
    }

    void take(JournalEntry entry) {
        if (entry.kind().equals(DecisionKinds.PAIRWISE_STARTED)) {
            start = start.or(() -> Optional.of(entry));
        } else if (start.isPresent() && end.isEmpty() && start.get().actor().equals(entry.actor())) {
            switch (entry.kind()) {
                case DecisionKinds.PAIRWISE_RATED -> rating(entry).ifPresent(rating -> {
                    ratings.remove(rating.prompt());
                    ratings.put(rating.prompt(), rating);
                });
                case DecisionKinds.PAIRWISE_WITHDRAWN -> ratings.remove(text(entry, "prompt"));
                case DecisionKinds.PAIRWISE_ENDED -> end = Optional.of(entry.time());
                default -> { }
            }
        }
    }

    Optional<RatingSession> session() {
        return start.flatMap(first -> constant(RatingPool.class, text(first, "pool")).map(pool -> new RatingSession(id, text(first, "base"),
            text(first, "candidate"), text(first, "judge"), pool, Long.parseLong(text(first, "seed")), first.actor(), first.time(), end,
            List.copyOf(ratings.values()))));
    }

    private static Optional<Rating> rating(JournalEntry entry) {
        return constant(Order.class, text(entry, "order")).flatMap(order -> constant(Choice.class, text(entry, "choice"))
            .map(choice -> new Rating(text(entry, "prompt"), order, choice)));
    }

    private static String text(JournalEntry entry, String key) {
        Object value = entry.payload().get(key);
        return value == null ? "" : value.toString();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
