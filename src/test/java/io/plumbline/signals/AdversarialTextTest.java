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
        "Ab1=", "x_", "a-b-", ";\n", "{\n"};
}
