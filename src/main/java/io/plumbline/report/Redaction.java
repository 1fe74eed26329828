package io.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes text of prompts out of a report that is to go without it. Tables and sentences name a trigger by its literal text, and that is
 * prompt text like any other; its length and hash stay, so that two people who know it can make sure that they mean the same.
 */
final class Redaction {

    /** From this length on a text is unlikely to stand in a sentence by chance, and is taken out without quotation marks as well. */
    private static final int UNMISTAKABLE = 6;

    private final UnaryOperator<String> mapping;

    private Redaction(UnaryOperator<String> mapping) {
        this.mapping = mapping;
    }

    static Redaction of(TextDisclosure disclosure, Optional<String> trigger) {
        if (disclosure == TextDisclosure.EXCERPTS || trigger.isEmpty()) {
            return new Redaction(text -> text);
        }
        String secret = trigger.get();
        String stand = "text withheld: " + secret.codePointCount(0, secret.length()) + " characters, SHA-256 "
            + Manifest.sha256(secret.getBytes(StandardCharsets.UTF_8)).substring(0, 12) + "…";
        return new Redaction(text -> {
            String quoted = text.replace("“" + secret + "”", "[" + stand + "]");
            return secret.length() < UNMISTAKABLE ? quoted : quoted.replace(secret, "[" + stand + "]");
        });
    }

    String of(String text) {
        return mapping.apply(text);
    }

    List<Report.Section> of(List<Report.Section> sections) {
        return sections.stream().map(s -> new Report.Section(of(s.title()), s.blocks().stream().map(this::of).toList())).toList();
    }

    private Block of(Block block) {
        if (block instanceof Block.Paragraph p) {
            return new Block.Paragraph(of(p.lead()), of(p.text()));
        }
        if (block instanceof Block.Facts f) {
            return new Block.Facts(f.facts().stream().map(x -> new Block.Fact(of(x.label()), of(x.value()))).toList());
        }
        if (block instanceof Block.Table t) {
            return new Block.Table(t.columns(), t.rows().stream().map(r -> r.stream().map(this::of).toList()).toList(), t.footing());
        }
        if (block instanceof Block.Bullets b) {
            return new Block.Bullets(b.items().stream().map(this::of).toList());
        }
        if (block instanceof Block.Heading h) {
            return new Block.Heading(of(h.text()));
        }
        return block;
    }
}
