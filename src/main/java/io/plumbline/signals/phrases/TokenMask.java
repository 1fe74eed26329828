package io.plumbline.signals.phrases;

import java.util.BitSet;

/** Tokens of a text that count as words of no phrase: quoted speech, code. Scratch of one thread. */
public final class TokenMask {

    /** Covers nothing. */
    public static final TokenMask NOTHING = new TokenMask();

    private final BitSet covered = new BitSet();
    private boolean any;

    public boolean covers(int token) {
        return any && covered.get(token);
    }

    public void clear() {
        if (any) {
            covered.clear();
            any = false;
        }
    }

    public void cover(int fromToken, int toToken) {
        if (this == NOTHING) {
            throw new IllegalStateException("this mask stays empty");
        }
        covered.set(fromToken, toToken);
        any = any || toToken > fromToken;
    }

    public int size() {
        return covered.cardinality();
    }
}
