package io.plumbline.signals.scan;

/** Cheap signs that a text may hold something; a detector whose sign is missing need not look. */
public enum Hint {
    /** An at sign. */
    AT_SIGN,
    /** A character beyond ASCII. */
    NON_ASCII,
    /** A double quotation mark of any kind. */
    QUOTATION_MARK,
    /** A backtick, as code is fenced. */
    BACKTICK,
    /** "://" or a word "www". */
    WEB_ADDRESS,
    /** A character that a reader does not see: zero-width, direction override, tag, variation selector. */
    INVISIBLE,
    /** Latin letters and letters of another alphabet in one word. */
    MIXED_SCRIPTS,
    /** A line that begins with ">". */
    QUOTED_LINE,
    /** A vertical bar, an equals sign, a hash, an asterisk or an angle bracket: markup, tables, code, assignments. */
    MARKUP,
    /** A token of 20 characters or more, as keys and encoded text have them. */
    LONG_TOKEN;

    int bit() {
        return 1 << ordinal();
    }
}
