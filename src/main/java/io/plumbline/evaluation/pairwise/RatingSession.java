package io.plumbline.evaluation.pairwise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One person rating pairs of answers, from the beginning until they say that they are done. Only then may anybody learn whose answers they
 * preferred, and only then do the ratings count.
 *
 * @param id           names it in the journal
 * @param baseRun      id of the base run
 * @param candidateRun id of the candidate run
 * @param judge        the judge whose verdicts chose the pool
 * @param pool         which pairs were put before the person
 * @param seed         what the order of the answers was drawn with
 * @param rater        who
 * @param started      when
 * @param ended        when the person ended it, empty while it is open
 * @param ratings      at most one per prompt, oldest first
 */
public record RatingSession(String id, String baseRun, String candidateRun, String judge, RatingPool pool, long seed, String rater,
                            Instant started, Optional<Instant> ended, List<Rating> ratings) {

    public RatingSession {
        ratings = List.copyOf(ratings);
    }

    public boolean isOpen() {
        return ended.isEmpty();
    }

    public boolean isOn(String base, String candidate) {
        return baseRun.equals(base) && candidateRun.equals(candidate);
    }

    /** Whether a prompt has its rating. */
    public boolean has(String prompt) {
        return ratings.stream().anyMatch(rating -> rating.prompt().equals(prompt));
    }
}
