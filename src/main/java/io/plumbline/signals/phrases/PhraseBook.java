package io.plumbline.signals.phrases;

import io.plumbline.signals.scan.TermTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases of several families as automata over tokens, so that all of them are looked for in one pass and in time linear in the text,
 * whatever the text. Read from a table that people can edit, see {@link PhraseTable}. Immutable; each thread searches with a
 * {@link PhraseSearch} of its own.
 */
public final class PhraseBook {

    private final List<String> families;
    private final TermTable words;
    private final List<PhrasePart> parts = new ArrayList<>();

    /** The book of a table. Families are numbered in the order of its headings; at most 64. */
    public PhraseBook(PhraseTable table) {
        families = table.families();
        Map<Integer, PhraseCompiler> compilers = new TreeMap<>();
        for (PhraseTable.Row row : table.rows()) {
            compilers.computeIfAbsent(row.part(), part -> new PhraseCompiler()).add(row.phrase(), 1L << families.indexOf(row.family()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (PhraseCompiler compiler : compilers.values()) {
            new TreeMap<>(compiler.positionsByWord()).keySet().forEach(word -> numbers.putIfAbsent(word, numbers.size() + 1));
        }
        words = new TermTable(numbers);
        compilers.values().forEach(compiler -> parts.add(new PhrasePart(compiler, numbers)));
    }

    /** Names of the families in the order of their bits. */
    public List<String> families() {
        return families;
    }

    /** Bit of a family in the masks that a search gives. */
    public long bit(String family) {
        int index = families.indexOf(family);
        if (index < 0) {
            throw new IllegalArgumentException("no family of phrases is called " + family);
        }
        return 1L << index;
    }

    /** Numbers of the words that stand in any phrase. */
    TermTable words() {
        return words;
    }

    List<PhrasePart> parts() {
        return parts;
    }
}
