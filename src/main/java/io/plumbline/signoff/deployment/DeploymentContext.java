package io.plumbline.signoff.deployment;

import io.plumbline.domain.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a candidate will stand: who can reach it and how, what for, who might abuse it, how much it will be asked. What this says decides
 * what a gate asks for; when it changes, decisions that rested on it no longer stand.
 *
 * @param reach    who can reach the model, and how
 * @param purpose  what it is for
 * @param traffic  how much it will be asked
 * @param weights  what it is made of
 * @param claims   with a hosted API: categories that the provider says it evaluated, each with the file or report that says so
 * @param owner    who answers for every piece of evidence that has no owner of its own
 * @param by       who recorded it
 */
public record DeploymentContext(Reach reach, Purpose purpose, Traffic traffic, Weights weights, Map<String, String> claims, String owner,
                                String by) {

    public DeploymentContext {
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        if (reach.who().isBlank()) {
            throw new InputException("Say who can reach the model, for example “staff of support” or “anyone”.");
        }
        if (traffic.requestsPerDay() < 0 && traffic.requestsPerDay() != Traffic.NOT_SAID || traffic.harmfulShare() < 0
            || traffic.harmfulShare() > 1) {
            throw new InputException("Requests a day can't be negative, and the share of harmful ones is a number from 0 to 1.");
        }
        if (reach.access() == ModelAccess.ADAPTER && weights.base().isBlank()) {
            throw new InputException("Say on whose base model the adapter stands.");
        }
    }

    /**
     * Who can reach the model.
     *
     * @param tools what it may act with; empty where it only writes
     * @param guard filter or classifier that guards it in production; empty where none does
     */
    public record Reach(ModelAccess access, String who, Set<ThreatActor> actors, String tools, String guard) {
        public Reach {
            actors = actors.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actors));
        }
    }

    /**
     * What it is for.
     *
     * @param categories categories of the suite that are of this domain
     */
    public record Purpose(String domain, List<String> categories) {
        public Purpose {
            categories = List.copyOf(categories);
        }
    }

    /**
     * How much it will be asked.
     *
     * @param requestsPerDay {@link #NOT_SAID} where nobody said
     * @param harmfulShare   share of requests that ask for harm; NaN where nobody said
     */
    public record Traffic(long requestsPerDay, double harmfulShare) {

        public static final long NOT_SAID = -1;

        /** Requests for harm a day, where both are known. */
        public Optional<Double> harmfulPerDay() {
            return requestsPerDay == NOT_SAID || Double.isNaN(harmfulShare) ? Optional.empty() : Optional.of(requestsPerDay * harmfulShare);
        }
    }

    /**
     * What it is made of.
     *
     * @param base     model underneath, and whose it is
     * @param source   who made what was put on it
     * @param adapters adapters in use together
     */
    public record Weights(String base, WeightsSource source, List<String> adapters) {
        public Weights {
            adapters = List.copyOf(adapters);
        }
    }

    /** Every fact by its name, as people read it; what was not said is not there. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Access", reach.access().title());
        facts.put("Reached by", reach.who());
        put(facts, "Threat actors", reach.actors().stream().map(ThreatActor::title).collect(Collectors.joining(", ")));
        put(facts, "Tools", reach.tools());
        put(facts, "Guarded by", reach.guard());
        put(facts, "Domain", purpose.domain());
        put(facts, "Categories of the domain", String.join(", ", purpose.categories()));
        put(facts, "Requests a day", traffic.requestsPerDay() == Traffic.NOT_SAID ? "" : Long.toString(traffic.requestsPerDay()));
        put(facts, "Harmful share", Double.isNaN(traffic.harmfulShare()) ? "" : Double.toString(traffic.harmfulShare()));
        put(facts, "Base", weights.base());
        facts.put("Source", weights.source().title());
        put(facts, "Adapters", String.join(" + ", weights.adapters()));
        put(facts, "Provider's claims", claims.entrySet().stream().map(claim -> claim.getKey() + " (" + claim.getValue() + ")")
            .collect(Collectors.joining(", ")));
        put(facts, "Owner", owner);
        return facts;
    }

    /** One sentence for each fact that is another one now. */
    public static List<String> differences(Map<String, String> then, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(then.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String before = then.getOrDefault(name, "not said");
            String after = now.getOrDefault(name, "not said");
            if (!before.equals(after)) {
                differences.add("The deployment changed: " + name.toLowerCase(Locale.ROOT) + " " + before + " → " + after + ".");
            }
        }
        return differences;
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.put(name, value.strip());
        }
    }
}
