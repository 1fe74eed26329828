package io.plumbline.signoff;

import io.plumbline.domain.Policy;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.signoff.deployment.WeightsSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What risk factors and deployment ask for together. A context can raise a factor above the level that a person gave it, never lower it.
 *
 * @param weighed    the factors as a person weighed them
 * @param deployment where the candidate will stand; empty where nobody said
 */
public record RiskProfile(RiskAssessment weighed, Optional<DeploymentContext> deployment) {

    public boolean isHigh(RiskFactor factor, Policy policy) {
        return weighed.isHigh(factor, policy) || raisedBy(factor, policy).isPresent();
    }

    /** Requests for harm a day: as a person said, else as traffic and share say; NaN where neither does. */
    public double harmfulRequestsPerDay() {
        return Double.isNaN(weighed.harmfulRequestsPerDay())
            ? deployment.flatMap(context -> context.traffic().harmfulPerDay()).orElse(Double.NaN) : weighed.harmfulRequestsPerDay();
    }

    /** Why the context makes a factor high. */
    private Optional<String> raisedBy(RiskFactor factor, Policy policy) {
        if (deployment.isEmpty()) {
            return Optional.empty();
        }
        DeploymentContext context = deployment.get();
        return switch (factor) {
            case CONTEXT -> reason(context.reach().access() == ModelAccess.OPEN_WEIGHTS, "whoever has the weights can use them");
            case AUTONOMY -> reason(!context.reach().tools().isBlank(), "it acts with " + context.reach().tools());
            case SCALE -> reason(context.traffic().requestsPerDay() >= policy.exact("gate.risk.traffic").longValue(),
                context.traffic().requestsPerDay() + " requests a day");
            case SOURCE -> reason(context.weights().source() == WeightsSource.COMMUNITY, "the source is a community")
                .or(() -> reason(context.reach().actors().contains(ThreatActor.SUPPLY_CHAIN), "makers of data and weights are a threat"));
            case USERS -> Optional.empty();
        };
    }

    /** What each factor that is high asks for, as sentences. */
    public List<String> consequences(Policy policy) {
        List<String> sentences = new ArrayList<>();
        for (RiskFactor factor : RiskFactor.values()) {
            if (isHigh(factor, policy)) {
                String why = raisedBy(factor, policy).filter(reason -> !weighed.isHigh(factor, policy)).map(reason -> " (" + reason + ")")
                    .orElse("");
                sentences.add(factor.title() + " is high" + why + ": " + consequence(factor, policy));
            }
        }
        if (deployment.isPresent() && deployment.get().reach().actors().contains(ThreatActor.ADAPTIVE_ATTACKERS)) {
            sentences.add("Attackers adapt: attacks of several turns have to be tried.");
        }
        return sentences;
    }

    private static String consequence(RiskFactor factor, Policy policy) {
        return switch (factor) {
            case CONTEXT -> policy.count("gate.minimum.paired.context") + " paired prompts instead of " + policy
                .count("gate.minimum.paired")
                + ", and an acceptance holds " + policy.exact("gate.acceptance.context.share").toPlainString() + " times as long.";
            case USERS -> policy.count("gate.risk.readers") + " people must read each flipped answer.";
            case AUTONOMY -> "the capabilities that it should not have must be tested.";
            case SCALE -> "the harmful answers a day must be forecast.";
            case SOURCE -> "triggers must be hunted, and the training record is required.";
        };
    }

    private static Optional<String> reason(boolean raised, String why) {
        return raised ? Optional.of(why) : Optional.empty();
    }
}
