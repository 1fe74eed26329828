package io.plumbline.signoff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a policy comes into force: somebody proposes other values in {@code policy.json}, a person looks at the difference and accepts it by
 * name. What is in force stands in the journal, whole and signed; an edited file alone changes no verdict.
 */
public final class PolicyDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workspace workspace;

    public PolicyDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The journal line that brought the policy in force; empty while the defaults are. */
    public Optional<JournalEntry> acceptance() {
        return workspace.decisions().ofKinds(DecisionKinds.POLICY_ACCEPTED).stream().reduce((first, second) -> second);
    }

    /** What the workspace's policy.json proposes, where that differs from what is in force. */
    public Optional<Proposal> proposal() {
        return Files.exists(file()) ? Optional.of(proposal(file())).filter(Proposal::isChange) : Optional.empty();
    }

    /** What a file proposes. */
    public Proposal proposal(Path file) {
        Policy proposed = new PolicyReader().read(file);
        Policy now = workspace.policy();
        List<Change> changes = new ArrayList<>();
        for (PolicyValue value : proposed.values()) {
            PolicyValue standing = now.value(value.key());
            if (standing.value().compareTo(value.value()) != 0) {
                changes.add(new Change(value.key(), standing.value(), value.value(), value.source()));
            }
        }
        return new Proposal(proposed, changes, !now.name().equals(proposed.name()) || !now.version().equals(proposed.version()));
    }

    /** Puts one other value into the workspace's proposal, beside those that are in it; the version goes up by itself. */
    public void propose(String key, String value, String source) {
        PolicyValue standing = workspace.policy().value(key);
        if (source.isBlank()) {
            throw new InputException("Say where the number comes from: a decision of a board, a measurement, a document.");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw new InputException("“" + value + "” is no number. Write it as a decimal, for example 0.05.", e);
        }
        Policy base = proposal().map(Proposal::policy).orElse(workspace.policy());
        List<PolicyValue> values = base.values().stream().map(old -> old.key().equals(key) ? new PolicyValue(key, number, standing.unit(),
            standing.stage(), standing.comparator(), standing.meaning(), source.strip()) : old).toList();
        Policy proposed = new Policy(base.name(), next(workspace.policy().version()), values);
        new PolicyReader().check(proposed, "The proposal");
        write(proposed);
    }

    /** Brings a proposal into force, as the person at work. */
    public JournalEntry accept(Proposal proposal, String reason) {
        if (!proposal.isChange()) {
            throw new InputException("The proposal is what is in force already.");
        }
        if (!proposal.changes().isEmpty() && proposal.policy().version().equals(workspace.policy().version())) {
            throw new InputException("The proposal has other values but the same version, " + proposal.policy().version()
                + ". Give it a new version, so that reports can be told apart.");
        }
        if (reason.isBlank()) {
            throw new InputException("Say why the policy is changed.");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", proposal.policy().name());
        payload.put("version", proposal.policy().version());
        payload.put("sha256", GateInputs.hash(proposal.policy()));
        payload.put("previousSha256", GateInputs.hash(workspace.policy()));
        payload.put("reason", reason.strip());
        payload.put("changes", proposal.changes().stream().map(change -> Map.of("key", change.key(), "from", change.from().toPlainString(),
            "to",
            change.to().toPlainString())).toList());
        Map<String, Object> values = new LinkedHashMap<>();
        proposal.policy().values().forEach(value -> values.put(value.key(), Map.of("value", value.value().toPlainString(), "source",
            value.source())));
        payload.put("values", values);
        return workspace.decisions().record(DecisionKinds.POLICY_ACCEPTED, "policy", payload);
    }

    private void write(Policy policy) {
        Policy defaults = new PolicyReader().defaults();
        ObjectNode document = JSON.createObjectNode().put("name", policy.name()).put("version", policy.version());
        ArrayNode values = document.putArray("values");
        for (PolicyValue value : policy.values()) {
            if (!value.equals(defaults.value(value.key()))) {
                values.addObject().put("key", value.key()).put("value", value.value().toPlainString()).put("source", value.source());
            }
        }
        try {
            Files.writeString(file(), document.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new InputException("The proposal can't be written to " + file() + ". Check its permissions.", e);
        }
    }

    private Path file() {
        return workspace.directory().resolve("policy.json");
    }

    private static String next(String version) {
        return version.matches("\\d{1,6}") ? Integer.toString(Integer.parseInt(version) + 1) : version + ".1";
    }

    /**
     * A policy that somebody proposes.
     *
     * @param changes values that differ from those in force
     * @param renamed whether name or version differ
     */
    public record Proposal(Policy policy, List<Change> changes, boolean renamed) {

        public Proposal {
            changes = List.copyOf(changes);
        }

        public boolean isChange() {
            return !changes.isEmpty() || renamed;
        }
    }

    /** One value of a proposal that differs from the one in force. */
    public record Change(String key, BigDecimal from, BigDecimal to, String source) {

        public String sentence() {
            return key + "  " + from.toPlainString() + " → " + to.toPlainString() + "  (" + source + ")";
        }
    }
}
