package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.ImportManifest;
import java.util.Locale;

/** The manifest of an import under the keys that scripts rely on. */
final class ImportJson {

    private ImportJson() {
    }

    static void put(ObjectNode node, ImportManifest manifest) {
        node.put("id", manifest.id()).put("file", manifest.file()).put("kind", manifest.kind().name().toLowerCase(Locale.ROOT))
            .put("format", manifest.format()).put("profile", manifest.profile()).put("model", manifest.model())
            .put("records", manifest.records()).put("rejected", manifest.rejected()).put("duplicates", manifest.duplicates())
            .put("canaries", manifest.canaries()).put("seconds", manifest.seconds()).put("bytes", manifest.bytes())
            .put("sha256", manifest.sha256()).put("started", manifest.started().toString()).put("importedBy", manifest.importedBy());
        ArrayNode remarks = node.putArray("remarks");
        manifest.remarks().forEach(remarks::add);
    }
}
