package io.plumbline.ui.signoff;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.DefaultPair;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.signoff.AcceptanceDraft;
import io.plumbline.signoff.AcceptanceRegister;
import io.plumbline.signoff.Acceptances;
import io.plumbline.signoff.Attestations;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.EvidenceOwners;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.signoff.GateAct;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.signoff.RiskFactor;
import io.plumbline.signoff.SignOff;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import io.plumbline.ui.shell.ActForm.Answer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the Sign-off screen knows and does. It is used on the FX thread; computing and writing happen off it. */
final class SignOffViewModel {

    private final Workspace workspace;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Optional<GateView>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<EvaluationRun>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<ComparisonRequest> chosen = Optional.empty();

    SignOffViewModel(Workspace workspace, InstantSource clock, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.clock = clock;
        this.tasks = tasks;
        this.errors = errors;
    }

    /** Opens the gate between two runs. */
    void open(ComparisonRequest request) {
        chosen = Optional.of(request);
        reload();
    }

    /** Computes everything again: the gate that was opened, or the one decided last, or a pair of runs that belongs together. */
    void reload() {
        reload(read -> { });
    }

    /** The same, and hands on what was computed. */
    void reload(Consumer<GateView> then) {
        tasks.start("signoff.gate", "Reading the gate", progress -> {
            List<EvaluationRun> found = workspace.runs().onSafety();
            return new Loaded(found, chosen.or(() -> standing(found)).map(this::assemble));
        }, loaded -> {
            accept(loaded);
            loaded.gate().ifPresent(then);
        }, this::failed);
    }

    private Optional<ComparisonRequest> standing(List<EvaluationRun> runs) {
        Set<String> known = runs.stream().map(EvaluationRun::id).collect(Collectors.toSet());
        Optional<GateDecision> last = new GateDossiers(workspace, clock).latestDecisions().stream()
            .filter(decision -> known.contains(decision.baseRunId()) && known.contains(decision.candidateRunId()))
            .reduce((first, second) -> second);
        if (last.isPresent()) {
            GateDecision decision = last.get();
            return Optional.of(new ComparisonRequest(decision.baseRunId(), decision.candidateRunId(), decision.inputs().judge(),
                decision.inputs().partial()));
        }
        return DefaultPair.among(runs).map(pair -> ComparisonRequest.of(pair.base().id(), pair.candidate().id()));
    }

    private GateView assemble(ComparisonRequest request) {
        GateDossier dossier = new GateDossiers(workspace, clock).assemble(request, workspace.policy());
        SignOff signOff = new SignOff(workspace);
        GateAct approval = GateAct.approvalFor(dossier.result().outcome());
        LocalDate latest = new Acceptances(workspace, clock).latestExpiry(dossier.result().outcome(), dossier.profile(), workspace
            .policy());
        return new GateView(dossier, workspace.policy(), workspace.actor(), approval, signOff.reasonsAgainst(approval, dossier),
            signOff.hasReadGaps(dossier), latest);
    }

    private void accept(Loaded loaded) {
        problem.set("");
        runs.set(loaded.runs());
        view.set(loaded.gate());
    }

    private void failed(Throwable failure) {
        view.set(Optional.empty());
        if (failure instanceof InputException || failure instanceof UnknownJudgeException) {
            problem.set(failure.getMessage());
        } else {
            problem.set("The gate could not be computed.");
            errors.show(failure);
        }
    }

    void attest(EvidenceKind kind, String note, int minutes, int tried, LocalDate expires, Answer answer) {
        act("Recording the evidence", gate -> new Attestations(workspace.decisions(), clock)
            .attest(gate.subject(), kind, note, minutes, tried, expires), answer);
    }

    /** Records where the candidate will stand. */
    void place(DeploymentContext context, Answer answer) {
        act("Recording the context", gate -> new DeploymentContexts(workspace.decisions()).record(gate.comparison().candidate(), context),
            answer);
    }

    void own(EvidenceKind kind, String owner, Answer answer) {
        act("Naming the owner", gate -> {
            new EvidenceOwners(workspace.decisions(), gate.comparison().candidate()).assign(kind, owner);
            return owner;
        }, answer);
    }

    void weigh(Map<RiskFactor, Integer> levels, String reason, double harmfulRequestsPerDay) {
        act("Recording the risk factors", gate -> new SignOff(workspace).weigh(gate.subject(), levels, reason, harmfulRequestsPerDay),
            surface());
    }

    void request(AcceptanceDraft draft, Answer answer) {
        act("Asking for the acceptance", gate -> new Acceptances(workspace, clock).request(gate, draft, workspace.policy()), answer);
    }

    /** @param signature makes the signature possible; runs before the act, off the FX thread */
    void approve(RiskAcceptance acceptance, Runnable signature, Answer answer) {
        act("Approving the acceptance", gate -> signed(signature, () -> new Acceptances(workspace, clock).approve(acceptance)), answer);
    }

    void reject(RiskAcceptance acceptance, String reason, Runnable signature, Answer answer) {
        act("Rejecting the acceptance", gate -> signed(signature, () -> new Acceptances(workspace, clock).reject(acceptance, reason)),
            answer);
    }

    void review(RiskAcceptance acceptance) {
        act("Taking the acceptance for review", gate -> new Acceptances(workspace, clock).review(acceptance), surface());
    }

    void withdraw(RiskAcceptance acceptance, String reason, Answer answer) {
        act("Withdrawing the acceptance", gate -> new Acceptances(workspace, clock).withdraw(acceptance, reason), answer);
    }

    void acknowledgeGaps() {
        act("Recording that the gaps were read", gate -> {
            new SignOff(workspace).acknowledgeGaps(gate);
            return gate;
        }, surface());
    }

    void decide(GateAct act, String reason, Runnable signature, Answer answer) {
        act("Writing the decision", gate -> signed(signature, () -> new SignOff(workspace).decide(act, gate, reason, workspace.policy())),
            answer);
    }

    /** Another person takes the seat; with a passphrase their key is unlocked, too. */
    void actAs(String person, String passphrase, Answer answer) {
        act("Changing the person at work", gate -> {
            workspace.actAs(person.strip());
            if (!passphrase.isEmpty()) {
                workspace.people().unlock(workspace.actor(), passphrase.toCharArray());
            }
            return person;
        }, answer);
    }

    /** Unlocks a key and goes on. */
    void unlock(Runnable signature, Answer answer, Runnable then) {
        act("Unlocking the key", gate -> signed(signature, () -> ""), new Answer() {
            @Override
            public void done() {
                answer.done();
                then.run();
            }

            @Override
            public void refused(String sentence) {
                answer.refused(sentence);
            }
        });
    }

    /** Every acceptance of the workspace, what needs somebody first. */
    void register(Consumer<List<AcceptanceRegister.Line>> shown) {
        tasks.start("signoff.register", "Reading the register", progress -> new AcceptanceRegister(workspace, clock)
            .lines(workspace.policy()),
            shown, errors::show);
    }

    private static Object signed(Runnable signature, Supplier<Object> act) {
        signature.run();
        return act.get();
    }

    /** For acts without a form: what is refused is shown where errors are. */
    private Answer surface() {
        return new Answer() {
            @Override
            public void done() {
                // the screen shows it
            }

            @Override
            public void refused(String sentence) {
                errors.show(new InputException(sentence));
            }
        };
    }

    /** Each act has a slot of its own: one decision never cancels another. */
    private void act(String title, Act act, Answer answer) {
        view.get().ifPresent(shown -> tasks.start("signoff.act." + title, title, progress -> act.on(shown.dossier()), done -> {
            answer.done();
            reload();
        }, failure -> {
            if (failure instanceof InputException) {
                answer.refused(failure.getMessage());
            } else {
                answer.refused("Something went wrong; nothing was written.");
                errors.show(failure);
            }
            reload();
        }));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    ReadOnlyObjectProperty<Optional<GateView>> view() {
        return view.getReadOnlyProperty();
    }

    /** The runs of the workspace, as last read. */
    ReadOnlyObjectProperty<List<EvaluationRun>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** Why there is no gate, or empty. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    private record Loaded(List<EvaluationRun> runs, Optional<GateView> gate) {
    }

    @FunctionalInterface
    private interface Act {
        Object on(GateDossier gate);
    }
}
