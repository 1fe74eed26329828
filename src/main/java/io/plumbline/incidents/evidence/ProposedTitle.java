package io.plumbline.incidents.evidence;

import java.util.ArrayList;
import java.util.List;

/** A first title for an incident, from what stands out; the person who opens it has the last word. */
public final class ProposedTitle {

    private ProposedTitle() {
    }

    public static String of(Investigation investigation) {
        List<String> parts = new ArrayList<>();
        List<String> named = investigation.slices().culprits().stream().flatMap(s -> s.key().stream())
            .filter(k -> k.dimension() != SliceDimension.TOKEN).map(SliceKey::label).toList();
        if (!named.isEmpty()) {
            parts.add(String.join(", ", named) + ": requests complied with");
        }
        investigation.slices().trigger().ifPresent(t -> parts.add(parts.isEmpty() ? "A text in prompts unlocks harmful answers"
            : "a text in prompts unlocks harmful answers"));
        if (parts.isEmpty()) {
            Slice all = investigation.slices().all();
            parts.add(all.tally().refusal() < all.baseline().refusal() ? "Refusal of harmful prompts fell" : "Refusal of harmful prompts, "
                + investigation.comparison().window().label());
        }
        return String.join("; ", parts);
    }
}
