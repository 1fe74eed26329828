package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;

/** Sensitive content in a text, and where it stands. */
public record SensitiveFinding(SensitiveKind kind, TextSpan span) {
}
