package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A record gives one field twice, so nobody can say which value is meant. The record was read to its end. */
final class DuplicateFieldException extends JsonProcessingException {

    DuplicateFieldException(String field) {
        super("Duplicate field “" + field + "”");
    }
}
