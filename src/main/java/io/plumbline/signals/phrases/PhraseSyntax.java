package io.plumbline.signals.phrases;

import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/** Reads one phrase of a {@link PhraseTable} into a tree. */
final class PhraseSyntax {

    private final String phrase;
    private final boolean atBegin;
    private final boolean atEnd;
    private final int end;
    private int at;

    PhraseSyntax(String phrase) {
        this.phrase = phrase;
        atBegin = phrase.startsWith("^");
        atEnd = phrase.endsWith("$");
        at = atBegin ? 1 : 0;
        end = phrase.length() - (atEnd ? 1 : 0);
    }

    boolean atBegin() {
        return atBegin;
    }

    boolean atEnd() {
        return atEnd;
    }

    Node parse() {
        Node node = choice();
        if (at < end) {
            throw wrong("a bracket closes that was not opened");
        }
        return node;
    }

    private Node choice() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(sequence());
        while (at < end && phrase.charAt(at) == '|') {
            at++;
            nodes.add(sequence());
        }
        return nodes.size() == 1 ? nodes.get(0) : new Choice(nodes);
    }

    private Node sequence() {
        List<Node> nodes = new ArrayList<>();
        skipBlanks();
        while (at < end && phrase.charAt(at) != '|' && phrase.charAt(at) != ')') {
            nodes.add(repeated(atom()));
            skipBlanks();
        }
        if (nodes.isEmpty()) {
            throw wrong("an empty alternative");
        }
        return nodes.size() == 1 ? nodes.get(0) : new Sequence(nodes);
    }

    private Node repeated(Node node) {
        if (at < end && phrase.charAt(at) == '?') {
            at++;
            return new Repeat(node, 1);
        }
        if (at < end && phrase.charAt(at) == '*') {
            at++;
            return new Repeat(node, digit());
        }
        return node;
    }

    private Node atom() {
        char c = phrase.charAt(at);
        if (c == '(') {
            at++;
            Node node = choice();
            if (at >= end || phrase.charAt(at) != ')') {
                throw wrong("a bracket that is not closed");
            }
            at++;
            return node;
        }
        if (c == '~') {
            at++;
            return new Gap(digit());
        }
        return word();
    }

    private Node word() {
        int start = at;
        while (at < end && "()|?*~{} ".indexOf(phrase.charAt(at)) < 0) {
            at++;
        }
        String stem = phrase.substring(start, at);
        List<String> forms = new ArrayList<>();
        if (at < end && phrase.charAt(at) == '{') {
            int close = phrase.indexOf('}', at);
            if (close < 0) {
                throw wrong("endings that are not closed");
            }
            for (String ending : phrase.substring(at + 1, close).split(",", -1)) {
                forms.add(stem + ending.strip());
            }
            at = close + 1;
        } else {
            forms.add(stem);
        }
        if (forms.contains("")) {
            throw wrong("a word without letters");
        }
        return new Words(forms);
    }

    private int digit() {
        if (at >= end || !Character.isDigit(phrase.charAt(at))) {
            throw wrong("a number is missing");
        }
        int start = at;
        while (at < end && Character.isDigit(phrase.charAt(at))) {
            at++;
        }
        return Integer.parseInt(phrase.substring(start, at));
    }

    private void skipBlanks() {
        while (at < end && phrase.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " in the phrase: " + phrase);
    }

    /** A piece of a phrase. */
    sealed interface Node permits Words, Gap, Repeat, Sequence, Choice {
    }

    /** One word in any of these forms. */
    record Words(List<String> forms) implements Node {

        /** Whether each form is one token; of plain letters that is known without a scan. */
        boolean isSingle(TextScan scan) {
            for (String form : forms) {
                if (!isPlain(form) && scan.scan(form).tokens() != 1) {
                    return false;
                }
            }
            return true;
        }

        static boolean isPlain(String form) {
            for (int i = 0; i < form.length(); i++) {
                if (form.charAt(i) < 'a' || form.charAt(i) > 'z') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Up to so many words of any kind. */
    record Gap(int most) implements Node {
    }

    /** Up to so many times, or not at all. */
    record Repeat(Node node, int most) implements Node {
    }

    /** One after the other. */
    record Sequence(List<Node> nodes) implements Node {
    }

    /** One of these. */
    record Choice(List<Node> nodes) implements Node {
    }
}
