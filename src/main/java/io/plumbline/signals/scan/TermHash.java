package io.plumbline.signals.scan;

/**
 * The 64-bit hash of a token in lower case, with a straight apostrophe. Models that were trained, and topics that are kept, rest on it, so it
 * never changes; tables in memory use the cheaper {@link TermKey}.
 */
public final class TermHash {

    static final long START = 0xcbf29ce484222325L;
    static final long FACTOR = 0x9e3779b97f4a7c15L;

    private TermHash() {
    }

    /** Hash of one token as a person would write it into a list of terms. */
    public static long of(CharSequence token) {
        long hash = START;
        for (int i = 0; i < token.length(); i++) {
            hash = add(hash, TextScan.folded(token.charAt(i)));
        }
        return finished(hash);
    }

    static long of(char[] chars, int from, int to) {
        long hash = START;
        for (int i = from; i < to; i++) {
            hash = add(hash, TextScan.folded(chars[i]));
        }
        return finished(hash);
    }

    /** Hash of a sequence of tokens from theirs: start with the first and add the others one by one. */
    public static long followedBy(long sequence, long token) {
        return finished(Long.rotateLeft(sequence, 23) * FACTOR ^ token);
    }

    static long add(long hash, char folded) {
        return (hash ^ folded) * FACTOR;
    }

    /** The product leaves the low bits weak, and tables index by them. Zero is kept for "nothing". */
    static long finished(long hash) {
        long mixed = hash ^ hash >>> 32;
        return mixed == 0 ? 1 : mixed;
    }
}
