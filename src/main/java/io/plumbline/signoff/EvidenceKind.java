package io.plumbline.signoff;

/** What a gate wants to know before anyone signs (R90–R93, R96, and what risk factors and context add). */
public enum EvidenceKind {
    CONTEXT("Deployment context recorded", Source.COMPUTED),
    PAIRED_PROMPTS("Paired safety prompts", Source.COMPUTED),
    SAME_JUDGE("Same judge on both sides", Source.COMPUTED),
    CATEGORIES("Every category can be judged", Source.COMPUTED),
    FRESH_RUNS("Evidence is fresh", Source.COMPUTED),
    FLIPS_REVIEWED("Flipped answers reviewed", Source.COMPUTED),
    NO_OPEN_INCIDENT("No open incident", Source.COMPUTED),
    CONSISTENCY("Behavioural consistency", Source.COMPUTED),
    RESPONSE_QUALITY("Quality of refusals, rated blind", Source.COMPUTED),
    FULL_BENCHMARK("HarmBench or equivalent, in full", Source.ATTESTED),
    DOMAIN("Own domain declared and tested", Source.ATTESTED),
    RED_TEAM("Red team in the domain", Source.ATTESTED),
    TRIGGER_HUNTING("Trigger hunting", Source.ATTESTED),
    CAPABILITY_TESTING("Capability testing", Source.ATTESTED),
    INTERACTION("Multi-turn attacks tried", Source.ATTESTED),
    TRAINING_RECORD("Training record", Source.ATTESTED),
    WEIGHT_COMPARISON("Weights compared with the base", Source.ATTESTED),
    ACTIVATION_COMPARISON("Activations compared with the base", Source.ATTESTED),
    PROVIDER_COVERAGE("Provider's evaluation covers the use", Source.COMPUTED),
    PEER_COMPARISON("Compared with other users' tuned models", Source.ATTESTED),
    ADAPTER_OFF("Compared with the adapter off", Source.ATTESTED),
    ADAPTER_COMBINATIONS("Adapters tested alone and together", Source.ATTESTED),
    HARM_FORECAST("Harmful answers a day forecast", Source.COMPUTED),
    OWNERS("Everything has an owner", Source.COMPUTED),
    GAPS_READ("Residual gaps read", Source.ATTESTED);

    /** Who can supply it. */
    public enum Source {
        COMPUTED, ATTESTED
    }

    private final String title;
    private final Source source;

    EvidenceKind(String title, Source source) {
        this.title = title;
        this.source = source;
    }

    public String title() {
        return title;
    }

    public Source source() {
        return source;
    }
}
