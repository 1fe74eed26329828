package io.plumbline.ui.compare;

import io.plumbline.evaluation.pairwise.RatingTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Pairs that a person has still to rate. One that is skipped comes back after all others; one taken back comes back at once. */
final class RatingQueue {

    private final Deque<RatingTask> open = new ArrayDeque<>();
    private final Deque<RatingTask> rated = new ArrayDeque<>();

    RatingQueue(List<RatingTask> open, List<RatingTask> rated) {
        this.open.addAll(open);
        rated.forEach(this.rated::push);
    }

    Optional<RatingTask> next() {
        return Optional.ofNullable(open.peek());
    }

    int left() {
        return open.size();
    }

    /** What {@link #takeBack} would bring back. */
    Optional<RatingTask> last() {
        return Optional.ofNullable(rated.peek());
    }

    void rated() {
        rated.push(open.pop());
    }

    void takeBack() {
        open.push(rated.pop());
    }

    void skip() {
        open.add(open.pop());
    }
}
