package io.plumbline.ui.triage;

import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.triage.QueueOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flagged records that wait for the same reason in the same category. */
final class Similar {

    private final Map<Group, List<FlaggedRecord>> groups = new HashMap<>();

    Similar(List<FlaggedRecord> flagged) {
        flagged.forEach(record -> groups.computeIfAbsent(group(record), key -> new ArrayList<>()).add(record));
    }

    /** The others of the record's group. */
    List<FlaggedRecord> to(FlaggedRecord record) {
        return groups.getOrDefault(group(record), List.of()).stream().filter(other -> !other.key().equals(record.key())).toList();
    }

    private static Group group(FlaggedRecord record) {
        return new Group(QueueOrder.leading(record).kind(), record.category());
    }

    private record Group(FlagKind kind, String category) {
    }
}
