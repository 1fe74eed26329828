package io.plumbline.report;

import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;
import java.util.function.IntPredicate;

/** Escaping for HTML that is XML as well: text can't become a tag, an attribute or an entity, and every character in it is one XML allows. */
final class HtmlText implements EscapingStrategy {

    private final IntPredicate printable;

    HtmlText(IntPredicate printable) {
        this.printable = printable;
    }

    @Override
    public String escape(String input) {
        String text = PrintableText.of(input, printable);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
