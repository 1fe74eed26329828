package io.plumbline.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The imports whose records may be seen at this moment. */
final class VisibleImports {

    private VisibleImports() {
    }

    static List<Long> of(Handle handle) {
        return handle.createQuery("select import_no from file_import where status = 'DONE' order by import_no").mapTo(Long.class).list();
    }
}
