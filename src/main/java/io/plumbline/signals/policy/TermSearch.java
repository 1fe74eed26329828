package io.plumbline.signals.policy;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.TermTable;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds terms of one or several words in a scanned text, by the hashes of their words. */
final class TermSearch {

    /** Hashes of the words of each term, terms with the same first word side by side. */
    private final List<List<long[]>> byFirst;
    private final TermTable firsts;

    private TermSearch(List<List<long[]>> byFirst, TermTable firsts) {
        this.byFirst = byFirst;
        this.firsts = firsts;
    }

    static TermSearch of(List<String> terms) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<List<long[]>> byFirst = new ArrayList<>();
        TextScan scan = new TextScan();
        for (String term : terms) {
            scan.scan(term);
            if (scan.tokens() > 0) {
                long[] hashes = new long[scan.tokens()];
                for (int t = 0; t < hashes.length; t++) {
                    hashes[t] = scan.key(t);
                }
                String first = term.substring(scan.start(0), scan.end(0)).toLowerCase(Locale.ROOT);
                int number = numbers.computeIfAbsent(first, word -> {
                    byFirst.add(new ArrayList<>());
                    return byFirst.size();
                });
                byFirst.get(number - 1).add(hashes);
            }
        }
        return new TermSearch(byFirst, new TermTable(numbers));
    }

    void find(TextScan scan, List<TextSpan> found, int most) {
        int tokens = scan.tokens();
        for (int t = 0; t < tokens && found.size() < most; t++) {
            int number = firsts.get(scan.key(t));
            if (number > 0) {
                int length = longest(scan, t, byFirst.get(number - 1));
                if (length > 0) {
                    found.add(new TextSpan(scan.start(t), scan.end(t + length - 1)));
                }
            }
        }
    }

    private static int longest(TextScan scan, int token, List<long[]> terms) {
        int longest = 0;
        for (long[] hashes : terms) {
            int matched = 0;
            while (matched < hashes.length && token + matched < scan.tokens() && scan.key(token + matched) == hashes[matched]) {
                matched++;
            }
            longest = matched == hashes.length ? Math.max(longest, matched) : longest;
        }
        return longest;
    }
}
