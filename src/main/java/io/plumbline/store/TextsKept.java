package io.plumbline.store;

import io.plumbline.domain.LogFilter;
import java.util.List;
import java.util.Set;

/**
 * Whose texts stay although they are old.
 *
 * @param evidence keys of records that incidents rest on
 * @param scopes   ranges that open incidents are about
 * @param reviewed keys of records that a person labelled; of flagged records only these may go
 */
public record TextsKept(Set<String> evidence, List<LogFilter> scopes, Set<String> reviewed) {

    public TextsKept {
        evidence = Set.copyOf(evidence);
        scopes = List.copyOf(scopes);
        reviewed = Set.copyOf(reviewed);
    }
}
