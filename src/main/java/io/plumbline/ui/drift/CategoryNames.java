package io.plumbline.ui.drift;

import io.plumbline.monitoring.MetricSeries;

/** Categories as a person reads them: "self_harm" is "Self-harm". */
final class CategoryNames {

    private CategoryNames() {
    }

    static String shown(String category) {
        if (category.equals(MetricSeries.ALL)) {
            return "All harm categories";
        }
        String words = category.replace('_', '-').strip();
        return words.isEmpty() ? "(no category)" : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    static String shortened(String category, int most) {
        String words = shown(category);
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }
}
