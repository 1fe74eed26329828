package io.plumbline.signoff;

import static io.plumbline.signoff.EvidenceStatus.HOLDS;
import static io.plumbline.signoff.EvidenceStatus.IMPOSSIBLE;
import static io.plumbline.signoff.EvidenceStatus.MISSING;
import static io.plumbline.signoff.EvidenceStatus.PARTLY;

import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.WeightsSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of the evidence list that hangs on how the model is reached (R110–R118). What can't be had in a context is said to be impossible
 * there and stays on the list, so that nobody takes a short list for a complete one.
 */
final class ContextEvidence {

    private final Optional<DeploymentContext> deployment;
    private final RunComparison comparison;
    private final Set<Set<String>> testedStacks;

    /** @param testedStacks adapters of each run on the candidate's suite */
    ContextEvidence(Optional<DeploymentContext> deployment, RunComparison comparison, List<List<String>> testedStacks) {
        this.deployment = deployment;
        this.comparison = comparison;
        this.testedStacks = testedStacks.stream().map(ContextEvidence::names).collect(Collectors.toSet());
    }

    EvidenceItem recorded() {
        return deployment.map(context -> new EvidenceItem(EvidenceKind.CONTEXT, HOLDS, true, context.reach().access().title()
            + ", reached by "
            + Shortened.note(context.reach().who()), context.by(), "", ""))
            .orElseGet(() -> new EvidenceItem(EvidenceKind.CONTEXT, MISSING, true, "nobody has said", "", "",
                "Record the deployment context: who can reach the model, how, for what, how often. What else is asked hangs on it."));
    }

    /** The domain that the context declares, with its categories; else what somebody vouches for. */
    EvidenceItem domain(EvidenceItem vouched) {
        Optional<DeploymentContext.Purpose> declared = deployment.map(DeploymentContext::purpose)
            .filter(purpose -> !purpose.domain().isBlank() && !purpose.categories().isEmpty());
        if (declared.isEmpty() || vouched.holds()) {
            return vouched;
        }
        List<String> absent = declared.get().categories().stream().filter(name -> row(name).isEmpty()).toList();
        List<String> open = declared.get().categories().stream().filter(name -> row(name)
            .filter(row -> row.state() == SafetyState.NOT_ENOUGH_EVIDENCE).isPresent()).toList();
        int all = declared.get().categories().size();
        String detail = declared.get().domain() + ", " + (all - absent.size() - open.size()) + " of " + all + " categories can be judged";
        if (absent.isEmpty() && open.isEmpty()) {
            return new EvidenceItem(EvidenceKind.DOMAIN, HOLDS, true, detail, "", "", "");
        }
        return new EvidenceItem(EvidenceKind.DOMAIN, PARTLY, true, detail, "", "", absent.isEmpty()
            ? "Collect more prompts in " + String.join(", ", open) + ": they are of the domain."
            : "No prompt of the domain is in " + String.join(", ", absent) + "; evaluate a suite that has them.");
    }

    /** @param vouched makes the item of a kind from what people vouch for: whether it is required, and what to do */
    List<EvidenceItem> others(Vouched vouched, boolean highSource) {
        List<EvidenceItem> items = new ArrayList<>();
        Optional<ModelAccess> access = deployment.map(context -> context.reach().access());
        boolean community = deployment.filter(context -> context.weights().source() == WeightsSource.COMMUNITY).isPresent();
        boolean ownDuty = access.filter(ModelAccess::showsWeights).isPresent();
        items.add(access.filter(a -> !a.showsWeights()).isPresent() ? impossible(EvidenceKind.TRAINING_RECORD, "the provider trained it")
            : vouched.item(EvidenceKind.TRAINING_RECORD, ownDuty || highSource,
                "Attest data sets, their hashes and the parameters of the fine-tune."));
        if (access.isEmpty()) {
            return items;
        }
        boolean hosted = access.get() == ModelAccess.HOSTED_API;
        items.add(hosted ? impossible(EvidenceKind.WEIGHT_COMPARISON, "the weights are the provider's")
            : vouched.item(EvidenceKind.WEIGHT_COMPARISON, community,
            "Compare the weights with the base's, and attest file and conclusion."));
        items.add(hosted ? impossible(EvidenceKind.ACTIVATION_COMPARISON, "activations are not shown")
            : vouched.item(EvidenceKind.ACTIVATION_COMPARISON, community,
                "Compare activations with the base's on the same prompts, and attest file and conclusion."));
        if (hosted) {
            items.add(providerCoverage());
            items.add(vouched.item(EvidenceKind.PEER_COMPARISON, false,
                "The pipeline is the same for all users: compare with other tuned models, and attest the result."));
        }
        if (access.get() == ModelAccess.ADAPTER) {
            items.add(adapterOff(vouched));
            items.add(combinations(vouched));
        }
        return items;
    }

    /** The provider's claims against the suite's own categories (R110). */
    private EvidenceItem providerCoverage() {
        DeploymentContext context = deployment.orElseThrow();
        List<String> own = context.purpose().categories().isEmpty() ? comparison.categories().stream().map(CategoryRow::category).toList()
            : context.purpose().categories();
        List<String> unclaimed = own.stream().filter(category -> context.claims().keySet().stream().noneMatch(claim -> same(claim,
            category)))
            .toList();
        String detail = own.size() - unclaimed.size() + " of " + own.size() + " own categories claimed";
        return unclaimed.isEmpty() && !own.isEmpty() ? new EvidenceItem(EvidenceKind.PROVIDER_COVERAGE, HOLDS, true, detail, context
            .by(), "", "")
            : new EvidenceItem(EvidenceKind.PROVIDER_COVERAGE, context.claims().isEmpty() ? MISSING : PARTLY, true, detail, context.by(),
                "",
                "Ask the provider for its evaluation of " + listed(unclaimed) + ", and add the claim with its file to the context.");
    }

    private EvidenceItem adapterOff(Vouched vouched) {
        String base = comparison.base().displayName();
        boolean off = same(comparison.base().model(), comparison.candidate().model()) && comparison.base().variant().isEmpty()
            || same(comparison.base().displayName(), deployment.orElseThrow().weights().base())
            || same(comparison.base().model(), deployment.orElseThrow().weights().base());
        return off ? new EvidenceItem(EvidenceKind.ADAPTER_OFF, HOLDS, true, "this pair: " + base, "", "", "")
            : vouched.item(EvidenceKind.ADAPTER_OFF, true, "The base run, " + base + ", is not the base named in the context, "
                + deployment.orElseThrow().weights().base() + ". Compare with the adapter off, or attest that it is the same model.");
    }

    /** Each adapter alone and all together, by the runs on this suite; else what somebody vouches for (R117). */
    private EvidenceItem combinations(Vouched vouched) {
        List<String> adapters = deployment.orElseThrow().weights().adapters();
        if (adapters.size() < 2) {
            return new EvidenceItem(EvidenceKind.ADAPTER_COMBINATIONS, HOLDS, true, adapters.isEmpty() ? "one adapter"
                : "one adapter: " + adapters.get(0), "", "", "");
        }
        List<List<String>> wanted = new ArrayList<>(adapters.stream().map(List::of).toList());
        wanted.add(adapters);
        List<String> open = wanted.stream().filter(stack -> !testedStacks.contains(names(stack))).map(stack -> String.join(" + ", stack))
            .toList();
        return open.isEmpty() ? new EvidenceItem(EvidenceKind.ADAPTER_COMBINATIONS, HOLDS, true, wanted.size() + " of " + wanted.size()
            + " tested", "", "", "")
            : vouched.item(EvidenceKind.ADAPTER_COMBINATIONS, true, "In use together: " + String.join(" + ", adapters)
                + ". Not tested on this suite: " + String.join("; ", open) + ". Evaluate each alone and all together, or attest what came out.");
    }

    private static Set<String> names(List<String> adapters) {
        return adapters.stream().map(ContextEvidence::plain).collect(Collectors.toSet());
    }

    /** Where the weights are one's own duty, nothing may be without somebody who sees to it (R114). */
    Optional<EvidenceItem> owners(Collection<EvidenceItem> items, Function<EvidenceKind, String> ownerOf) {
        if (deployment.filter(context -> context.reach().access().showsWeights()).isEmpty()) {
            return Optional.empty();
        }
        List<String> unowned = items.stream().filter(item -> item.status() != IMPOSSIBLE && ownerOf.apply(item.kind()).isEmpty())
            .map(item -> item.kind().title()).toList();
        String detail = items.size() - unowned.size() + " of " + items.size() + " owned";
        return Optional.of(unowned.isEmpty() ? new EvidenceItem(EvidenceKind.OWNERS, HOLDS, true, detail, "", "", "")
            : new EvidenceItem(EvidenceKind.OWNERS, unowned.size() < items.size() ? PARTLY : MISSING, true, detail, "", "",
                "Nobody answers for " + listed(unowned) + ". Name an owner in the context, or one for each."));
    }

    private static EvidenceItem impossible(EvidenceKind kind, String why) {
        return new EvidenceItem(kind, IMPOSSIBLE, false, "not possible in this context: " + why, "", "", "");
    }

    private Optional<CategoryRow> row(String category) {
        return comparison.categories().stream().filter(row -> same(row.category(), category)).findFirst();
    }

    private static String listed(List<String> names) {
        return names.stream().limit(3).collect(Collectors.joining(", ")) + (names.size() > 3 ? " and " + (names.size() - 3) + " more" : "");
    }

    private static boolean same(String one, String other) {
        return !plain(one).isEmpty() && plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What people vouch for, as an item of the list. */
    @FunctionalInterface
    interface Vouched {
        EvidenceItem item(EvidenceKind kind, boolean required, String demand);
    }
}
