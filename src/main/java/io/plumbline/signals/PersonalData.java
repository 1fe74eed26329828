package io.plumbline.signals;

import io.plumbline.domain.TextSpan;

/** A piece of personal data in a text. */
public record PersonalData(Kind kind, TextSpan span) {

    /** What it is. */
    public enum Kind {
        EMAIL("e-mail address"), PHONE("phone number"), CARD("card number"), IP_ADDRESS("IP address");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
