package io.plumbline.keys;

/** Something that can sign. Where the private key is, is its own matter. */
public interface Signer {

    VerifyingKey publicKey();

    /** The Ed25519 signature of a message, 64 bytes. */
    byte[] sign(byte[] message);
}
