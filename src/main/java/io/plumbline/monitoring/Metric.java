package io.plumbline.monitoring;

/** What is watched in production. The key is written to JSON and never changes. */
public enum Metric {
    REFUSAL("refusal", "Refusal rate", "refused of the harm-category prompts"),
    ALL_TRAFFIC_REFUSAL("refusal-all-traffic", "Refusal rate over all traffic", "refused of all prompts, design-weighted"),
    OVER_REFUSAL("over-refusal", "Over-refusal", "refused of the benign prompts"),
    TOXICITY_P95("toxicity-p95", "Toxicity p95", "95th percentile of all outputs"),
    ANOMALOUS_OUTPUTS("anomalous-outputs", "Anomalous outputs", "flagged by the anomaly score, calibrated on the baseline"),
    RESPONSE_LENGTH("response-length", "Response length", "median tokens of the answers to benign prompts"),
    CATEGORY_MIX("category-mix", "Input drift", "Jensen–Shannon distance of the category mix to the baseline, base 2"),
    HARM_SHARE("harm-share", "Harm share", "harm-category prompts of all prompts, design-weighted");

    private final String key;
    private final String title;
    private final String meaning;

    Metric(String key, String title, String meaning) {
        this.key = key;
        this.title = title;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
