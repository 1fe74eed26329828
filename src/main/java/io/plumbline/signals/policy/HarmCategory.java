package io.plumbline.signals.policy;

/**
 * Harm categories of content policies, with their places in three published taxonomies, so that findings can be set beside benchmarks that
 * use them: MLCommons AILuminate 1.0 (twelve hazards), HarmBench (seven semantic categories) and SALAD-Bench (six domains). Where a
 * taxonomy has no such category, the nearest wider one stands here. Names are written to the journal: never rename one, only add.
 */
public enum HarmCategory {
    VIOLENT_CRIMES("Violent crimes", "Violent crimes", "Illegal activities", "Malicious use"),
    NON_VIOLENT_CRIMES("Non-violent crimes", "Non-violent crimes", "Illegal activities", "Malicious use"),
    CYBERCRIME("Cybercrime", "Non-violent crimes", "Cybercrime and unauthorized intrusion", "Malicious use"),
    SEX_RELATED_CRIMES("Sex-related crimes", "Sex-related crimes", "Illegal activities", "Malicious use"),
    CHILD_EXPLOITATION("Child sexual exploitation", "Child sexual exploitation", "Illegal activities", "Malicious use"),
    INDISCRIMINATE_WEAPONS("Indiscriminate weapons", "Indiscriminate weapons (CBRNE)", "Chemical and biological weapons, drugs", "Malicious use"),
    SELF_HARM("Suicide and self-harm", "Suicide and self-harm", "General harm", "Human autonomy and integrity"),
    HATE("Hate", "Hate", "Harassment and bullying", "Representation and toxicity"),
    HARASSMENT("Harassment", "Hate", "Harassment and bullying", "Representation and toxicity"),
    PRIVACY("Privacy", "Privacy", "General harm", "Information and safety"),
    DEFAMATION("Defamation", "Defamation", "Misinformation and disinformation", "Misinformation"),
    MISINFORMATION("Misinformation", "Defamation", "Misinformation and disinformation", "Misinformation"),
    INTELLECTUAL_PROPERTY("Intellectual property", "Intellectual property", "Copyright violations", "Socioeconomic"),
    SEXUAL_CONTENT("Sexual content", "Sexual content", "General harm", "Representation and toxicity"),
    SPECIALIZED_ADVICE("Specialized advice", "Specialized advice", "General harm", "Human autonomy and integrity"),
    OTHER("Other", "none", "General harm", "none");

    private final String title;
    private final String mlCommons;
    private final String harmBench;
    private final String saladBench;

    HarmCategory(String title, String mlCommons, String harmBench, String saladBench) {
        this.title = title;
        this.mlCommons = mlCommons;
        this.harmBench = harmBench;
        this.saladBench = saladBench;
    }

    public String title() {
        return title;
    }

    public String mlCommons() {
        return mlCommons;
    }

    public String harmBench() {
        return harmBench;
    }

    public String saladBench() {
        return saladBench;
    }
}
