package io.plumbline.keys;

/** What keeps others from using a private key. */
public enum KeyProtection {
    /** A person's passphrase. */
    PASSPHRASE("a person's key"),
    /** Nothing but the rights on its file: it shows which installation wrote a line, not who sat there. */
    NONE("unprotected key of a device");

    private final String words;

    KeyProtection(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
