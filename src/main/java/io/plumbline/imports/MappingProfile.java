package io.plumbline.imports;

import io.plumbline.domain.ImportKind;

/**
 * A column mapping under a name, so that next month's export of the same tool needs no mapping.
 *
 * @param name    what people call it; empty for a proposal that nobody has saved
 * @param kind    what the rows become
 * @param mapping the mapping
 */
public record MappingProfile(String name, ImportKind kind, ColumnMapping mapping) {

    public MappingProfile named(String newName) {
        return new MappingProfile(newName, kind, mapping);
    }
}
