package io.plumbline.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** An Ed25519 key pair in memory. */
public final class SigningKey implements Signer {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final VerifyingKey open;

    private SigningKey(PrivateKey secret, VerifyingKey open) {
        this.secret = secret;
        this.open = open;
    }

    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** @throws GeneralSecurityException where these bytes are no private key, or not the one that belongs to the public one */
    static SigningKey of(byte[] pkcs8, VerifyingKey open) throws GeneralSecurityException {
        SigningKey key = new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), open);
        byte[] probe = {1};
        if (!open.verifies(probe, key.sign(probe))) {
            throw new GeneralSecurityException("the private key does not belong to the public one");
        }
        return key;
    }

    byte[] pkcs8() {
        return secret.getEncoded();
    }

    @Override
    public VerifyingKey publicKey() {
        return open;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }
}
