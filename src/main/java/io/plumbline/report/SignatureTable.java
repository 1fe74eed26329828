package io.plumbline.report;

import io.plumbline.domain.JournalEntry;
import io.plumbline.store.EnrolledKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who signed the journal's lines that a report quotes, and with which key. */
final class SignatureTable {

    private SignatureTable() {
    }

    static Block.Table of(List<JournalEntry> decisions, List<EnrolledKey> keys) {
        Map<String, EnrolledKey> known = keys.stream().collect(Collectors.toMap(EnrolledKey::fingerprint, Function.identity()));
        List<List<String>> rows = decisions.stream().map(entry -> row(entry, known.get(entry.key()))).toList();
        return new Block.Table(List.of(Block.Column.number("Line"), Block.Column.name("Name on it"), Block.Column.text("Decision"),
            Block.Column.text("Signed with"), Block.Column.word("Key")), rows, Block.Footing.NONE);
    }

    private static List<String> row(JournalEntry entry, EnrolledKey key) {
        String with = entry.key().isEmpty() ? "nothing; only the chain of hashes holds it" : key == null
            ? "a key that the journal does not name"
            : key.isPersonal() ? "the key of " + key.owner() + (key.isActive() ? "" : ", revoked later")
            : "the unprotected key of a device; the name is not proven";
        return List.of(Long.toString(entry.sequence()), entry.actor(), entry.kind(), with, entry.key().isEmpty() ? "–"
            : DecisionTable.shortened(entry.key()));
    }
}
