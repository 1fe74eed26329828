package io.plumbline.signals.trigger;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Flags prompts that hold a text of the watch list, one flag for each entry; safe to share between threads. */
public final class WatchedTexts {

    public static final String NAME = "watch list";
    public static final String VERSION = "watch-list 1.0";
    /** A text is there or it is not. */
    private static final double CERTAIN = 1;

    private final List<Watched> watched;

    public WatchedTexts(List<WatchEntry> entries) {
        watched = entries.stream().map(entry -> new Watched(entry, entry.pattern())).toList();
    }

    public boolean isEmpty() {
        return watched.isEmpty();
    }

    /** Where the prompt holds what is watched for; empty for most. */
    public List<Flag> flags(String prompt) {
        List<Flag> flags = List.of();
        for (Watched each : watched) {
            List<TextSpan> spans = each.pattern.find(prompt);
            if (!spans.isEmpty()) {
                flags = flags.isEmpty() ? new ArrayList<>(2) : flags;
                flags.add(new Flag(FlagKind.TRIGGER, NAME, VERSION, CERTAIN, "The prompt holds a text that is watched for (" + each.entry.id() + ", "
                    + each.entry.kind().word() + ").", true, spans));
            }
        }
        return flags;
    }

    private record Watched(WatchEntry entry, WatchPattern pattern) {
    }
}
