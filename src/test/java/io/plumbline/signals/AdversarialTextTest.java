package io.plumbline.signals;

import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * A megabyte of anything costs four times what a quarter of it does: nothing goes back over a text without bound. Operations are counted, not
 * time.
 */
class AdversarialTextTest {

    private static final int MEGABYTE = 1_000_000;
    /** Beginnings and ends, and automata that meet their states, differ a little. */
    private static final double LINEAR = 4.4;
    private static final double MOST_A_CHARACTER = 200;

    @Test
    @SuppressWarnings("unchecked")
    void workGrowsAsTheTextDoes() throws ReflectiveOperationException {
        Function<String, Map<String, Long>> work = (Function<String, Map<String, Long>>) new CountedOperations()
            .loadClass(AdversarialTextWork.class.getName()).getConstructor().newInstance();
        SoftAssertions all = new SoftAssertions();
        for (String piece : PIECES) {
            Map<String, Long> quarter = work.apply(text(piece, MEGABYTE / 4));
            work.apply(text(piece, MEGABYTE)).forEach((detector, whole) -> all.assertThat(whole.doubleValue())
                .as("operations of %s on a megabyte of “%s”, beside %d on a quarter of it", detector, piece, quarter.get(detector))
                .isLessThanOrEqualTo(LINEAR * quarter.get(detector) + 2_000).isLessThan(MOST_A_CHARACTER * MEGABYTE));
        }
        all.assertAll();
    }

    private static String text(String piece, int length) {
        String begin = piece.startsWith(ONCE) ? piece.substring(1, 3) : "";
        String again = begin.isEmpty() ? piece : piece.substring(3);
        return begin + again.repeat(length / again.length());
    }

    /** Before a piece of which the first two characters stand only at the beginning. */
    private static final String ONCE = "\u0001";

    private static final String[] PIECES = {
        "a", "A", "1", " ", "\n", ".", "!", "?\"", "...x ", "a.", "'", "a'", "\"", "\u201C", "\u00AB\u00BB", "`", "```", "`a", "> ",
        "\n> ", "\n- ", "- ", "1. ", "1.\n", "# ", "\n####### ", "*", "www.", "://", "http://a", "/", "@", "a@", "a@b.", "a.b@", "@a.",
        "1 ", "1-", "12 ", "4111 ", "4111 1111 1111 1111 ", "+1 ", "+49 ", "(0", "DE89 ", "DE89", "1.1.", "1.1.1.1.", "::", ":1",
        "fe80:", "AKIA", "sk-", "sk-a1", "ghp_", "eyJ", "eyJ.", "-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----\n", "aB1/", "aB1+",
        "Ab1=", "x_", "a-b-", ";\n", "{\n",
        "};\n", "key=", "password: ", "\u200b", "\u200d", "a\u200d", "\ud83d\udc69\u200d", "\u00ad", "\u202e", "\ufeffa",
        ONCE + "\ud83c\udff4\udb40\udc67", "\ud83c\udff4\udb40\udc67\udb40\udc62", "\udb40\udc67", "p\u0430", "\u0430", "\u03a9",
        "\u0627", "\u05d0", "\u0e01", "\u0915\u093f", "\ud55c", "\u6211\u4e0d\u80fd", "\u3002", "\u3002a", "\u304d", "\ud842\udfb7",
        "\ud800", "\u0301", "e\u0301", "\u2026", "\u3000", "maybe ", "i think it might be ", "i can't ", "i am not able to ",
        "it is not ", "there is no reason why ", "as an ai ", "sorry ", "important to always ", "not really ", "the ", "you are ",
        "the of and to in ", "qwrtp ", "q1w2 ", "qWeR ", "a b c ", "a\tb\r\n"};
}
