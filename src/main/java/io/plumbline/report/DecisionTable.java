package io.plumbline.report;

import io.plumbline.domain.JournalEntry;
import java.util.List;

/** Decisions as a report quotes them: place in the journal, who, what, and the beginning of the hash that seals the line. */
final class DecisionTable {

    private static final int HASH_SHOWN = 12;

    private DecisionTable() {
    }

    static Block.Table of(List<JournalEntry> decisions) {
        return new Block.Table(List.of(Block.Column.number("Line"), Block.Column.word("When"), Block.Column.name("By"),
            Block.Column.text("Decision"), Block.Column.text("On"), Block.Column.word("SHA-256")),
            decisions.stream().map(d -> List.of(Long.toString(d.sequence()), Moments.minute(d.time()), d.actor(), d.kind(), d.subject(),
                shortened(d.hash()))).toList(), Block.Footing.NONE);
    }

    static String shortened(String hash) {
        return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
    }
}
