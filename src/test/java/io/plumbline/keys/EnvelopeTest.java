package io.plumbline.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The example of the DSSE protocol document, "http://example.com/HelloWorld" and "hello world". */
    @Test
    void preAuthenticationEncodingIsThatOfTheProtocol() {
        assertThat(Envelope.preAuthenticationEncoding("http://example.com/HelloWorld", bytes("hello world")))
            .isEqualTo(bytes("DSSEv1 29 http://example.com/HelloWorld 11 hello world"));
    }

    @Test
    void lengthsAreInBytesNotInCharacters() {
        assertThat(Envelope.preAuthenticationEncoding("t", bytes("ü"))).isEqualTo(bytes("DSSEv1 1 t 2 ü"));
    }

    @Test
    void anEnvelopeIsReadBackAndHoldsUnderItsKeyOnly() {
        SigningKey key = SigningKey.generate();
        Envelope envelope = Envelope.sign(Envelope.IN_TOTO, bytes("{}"), key);
        Envelope read = Envelope.read(bytes(envelope.json())).orElseThrow();
        assertThat(read).isEqualTo(envelope);
        assertThat(read.isSignedBy(key.publicKey())).isTrue();
        assertThat(read.isSignedBy(SigningKey.generate().publicKey())).isFalse();
    }

    @Test
    void theSameSignatureUnderAnotherTypeDoesNotHold() {
        SigningKey key = SigningKey.generate();
        Envelope envelope = Envelope.sign(Envelope.IN_TOTO, bytes("{}"), key);
        assertThat(new Envelope("application/other", envelope.payload(), envelope.keyId(), envelope.signature())
            .isSignedBy(key.publicKey())).isFalse();
    }

    @Test
    void whatIsNoEnvelopeIsNotReadAsOne() {
        assertThat(Envelope.read(bytes("{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[]}"))).isEmpty();
        assertThat(Envelope.read(bytes("{"))).isEmpty();
        assertThat(Envelope.read(bytes("{\"payload\":\"?\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"\"}]}"))).isEmpty();
    }
}
