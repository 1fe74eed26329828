package io.plumbline.report;

import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Policy;
import io.plumbline.store.Decisions;
import io.plumbline.store.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists what a report was made from: the imported files with their hashes, the policy with its values, and where the journal ended. */
final class WorkspaceManifest {

    private WorkspaceManifest() {
    }

    static Manifest of(Workspace workspace, Policy policy, Predicate<ImportManifest> used) {
        List<String> lines = new ArrayList<>();
        workspace.imports().list().stream().filter(used).forEach(m -> lines.add("import " + m.id() + " file " + printable(m.file())
            + " sha256 " + m.sha256() + " records " + m.records() + " rejected " + m.rejected() + " canaries " + m.canaries()));
        lines.add("policy " + printable(policy.name()) + " version " + printable(policy.version()) + " sha256 " + hash(policy));
        Decisions.Head head = workspace.decisions().head();
        lines.add("journal line " + head.sequence() + " sha256 " + head.hash());
        return new Manifest(lines, head.sequence(), head.hash());
    }

    /** Hash over the policy's values, one "key=value" a line in the policy's order. */
    private static String hash(Policy policy) {
        String values = policy.values().stream().map(v -> v.key() + "=" + v.value().toPlainString() + "\n").collect(Collectors.joining());
        return Manifest.sha256(values.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash is over what is printed, so a file's name is made printable before it enters the line. */
    private static String printable(String text) {
        return PrintableText.of(text, point -> true);
    }
}
