package io.plumbline.signoff;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Reach;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.signoff.deployment.WeightsSource;
import io.plumbline.store.Decisions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployment context that a test changes piece by piece. */
public record RecordedContext(ModelAccess access, Set<ThreatActor> actors, String tools, String guard, Purpose purpose, Traffic traffic,
                              Weights weights, Map<String, String> claims, String owner) {

    /** A model of one's own behind an API of somebody else's; the provider says that it evaluated both categories. */
    public static RecordedContext hosted() {
        return new RecordedContext(ModelAccess.HOSTED_API, Set.of(), "", "", new Purpose("", List.of()),
            new Traffic(Traffic.NOT_SAID, Double.NaN), new Weights("", WeightsSource.OWN, List.of()),
            Map.of("fraud", "report.pdf", "privacy", "report.pdf"), "Owner O");
    }

    RecordedContext reached(ModelAccess how) {
        return new RecordedContext(how, actors, tools, guard, purpose, traffic, weights, claims, owner);
    }

    RecordedContext by(ThreatActor... who) {
        return new RecordedContext(access, Set.of(who), tools, guard, purpose, traffic, weights, claims, owner);
    }

    RecordedContext with(Weights other) {
        return new RecordedContext(access, actors, tools, guard, purpose, traffic, other, claims, owner);
    }

    RecordedContext with(Purpose other) {
        return new RecordedContext(access, actors, tools, guard, other, traffic, weights, claims, owner);
    }

    RecordedContext with(Traffic other) {
        return new RecordedContext(access, actors, tools, guard, purpose, other, weights, claims, owner);
    }

    RecordedContext actingWith(String other) {
        return new RecordedContext(access, actors, other, guard, purpose, traffic, weights, claims, owner);
    }

    RecordedContext guardedBy(String other) {
        return new RecordedContext(access, actors, tools, other, purpose, traffic, weights, claims, owner);
    }

    RecordedContext claimed(Map<String, String> other) {
        return new RecordedContext(access, actors, tools, guard, purpose, traffic, weights, other, owner);
    }

    RecordedContext ownedBy(String other) {
        return new RecordedContext(access, actors, tools, guard, purpose, traffic, weights, claims, other);
    }

    public void record(EvaluationRun candidate, Decisions decisions) {
        new DeploymentContexts(decisions).record(candidate, new DeploymentContext(new Reach(access, "Staff of support", actors, tools,
            guard),
            purpose, traffic, weights, claims, owner, ""));
    }
}
