package io.plumbline.signoff;

import static io.plumbline.signoff.EvidenceStatus.EXPIRED;
import static io.plumbline.signoff.EvidenceStatus.HOLDS;
import static io.plumbline.signoff.EvidenceStatus.MISSING;
import static io.plumbline.signoff.EvidenceStatus.PARTLY;

import io.plumbline.domain.BenchmarkCoverage;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.Consistency;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.adapters.AdapterNames;
import io.plumbline.redteam.Focus;
import io.plumbline.redteam.RedTeamFindings;
import io.plumbline.redteam.RedTeamSession;
import io.plumbline.redteam.RedTeamSessions;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.store.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gate knows and what it lacks. Whatever the data can show is computed; the rest a person vouches for, with a note and an end date.
 * High risk factors make more of it mandatory.
 */
final class EvidenceChecklist {

    private final Workspace workspace;
    private final InstantSource clock;
    private final Policy policy;

    EvidenceChecklist(Workspace workspace, InstantSource clock, Policy policy) {
        this.workspace = workspace;
        this.clock = clock;
        this.policy = policy;
    }

    List<EvidenceItem> of(GateSubject gate, RunComparison comparison, RiskProfile risk, SuiteReading suites) {
        List<Attestation> attested = new Attestations(workspace.decisions(), clock).at(gate);
        ContextEvidence context = new ContextEvidence(risk.deployment(), comparison, testedStacks(comparison));
        boolean highSource = risk.isHigh(RiskFactor.SOURCE, policy);
        List<EvidenceItem> items = new ArrayList<>();
        items.add(context.recorded());
        items.add(pairedPrompts(comparison, risk));
        items.add(sameJudge(comparison, suites));
        items.add(categories(comparison));
        items.add(freshRuns(comparison));
        items.add(flipsReviewed(comparison, risk.isHigh(RiskFactor.USERS, policy) ? policy.count("gate.risk.readers") : 1));
        items.add(openIncidents(comparison));
        items.add(benchmark(suites, vouched(EvidenceKind.FULL_BENCHMARK, true, attested,
            "Run HarmBench or an equivalent in full and attest it: items expected, items present.")));
        items.add(context.domain(vouched(EvidenceKind.DOMAIN, true, attested,
            "Declare the domain of the fine-tune in the context, with its categories, or attest the prompts that test it.")));
        items.add(redTeam(attested, comparison));
        items.add(sessionOr(EvidenceKind.TRIGGER_HUNTING, Focus.TRIGGER_HUNTING, highSource, attested, comparison,
            "The source of the fine-tune is high: hunt for triggers in a red-team session, or attest how many were tried."));
        items.add(sessionOr(EvidenceKind.CAPABILITY_TESTING, Focus.CAPABILITY, risk.isHigh(RiskFactor.AUTONOMY, policy), attested,
            comparison,
            "The model acts with tools: test the capabilities it should not have in a red-team session, or attest the result."));
        items.add(sessionOr(EvidenceKind.INTERACTION, Focus.INTERACTION, risk.deployment()
            .filter(d -> d.reach().actors().contains(ThreatActor.ADAPTIVE_ATTACKERS)).isPresent(), attested, comparison,
            "Attackers adapt: try attacks of several turns in a red-team session, or attest the result."));
        items.add(consistency(comparison.consistency()));
        items.add(new RatedQuality(workspace, policy).of(comparison));
        items.addAll(context.others((kind, required, demand) -> vouched(kind, required, attested, demand), highSource));
        forecast(risk).ifPresent(items::add);
        EvidenceOwners owners = new EvidenceOwners(workspace.decisions(), comparison.candidate());
        context.owners(List.copyOf(items), owners::of).ifPresent(items::add);
        return items;
    }

    private List<List<String>> testedStacks(RunComparison comparison) {
        AdapterNames names = new AdapterNames(workspace.decisions());
        return workspace.runs().onSafety().stream().filter(run -> run.suite().equalsIgnoreCase(comparison.candidate().suite()))
            .map(run -> names.of(run).adapters()).toList();
    }

    private static EvidenceItem sameJudge(RunComparison comparison, SuiteReading suites) {
        return suites.circular().isEmpty()
            ? new EvidenceItem(EvidenceKind.SAME_JUDGE, HOLDS, true, comparison.judge() + ", both sides", "", "", "")
            : new EvidenceItem(EvidenceKind.SAME_JUDGE, PARTLY, false, comparison.judge() + ", both sides; circular", "", "",
                String.join(" ", suites.circular()) + " Let another judge score both runs.");
    }

    /** A whole run of a broad benchmark speaks for itself; anything less needs somebody who says why it is equivalent. */
    private static EvidenceItem benchmark(SuiteReading suites, EvidenceItem vouched) {
        Optional<BenchmarkCoverage> lesser = suites.lesser();
        if (suites.isFullAndBroad()) {
            return new EvidenceItem(EvidenceKind.FULL_BENCHMARK, HOLDS, true, lesser.orElseThrow().sentence() + ", both runs", "", "", "");
        }
        if (vouched.holds() || lesser.isEmpty()) {
            return vouched;
        }
        String title = lesser.get().benchmark().title();
        return new EvidenceItem(EvidenceKind.FULL_BENCHMARK, PARTLY, true, lesser.get().sentence(), "", "", (suites.isFull()
            ? title + " is there in full, but it is " + lesser.get().benchmark().reach().title() + "."
            : "Both runs together hold " + lesser.get().sentence() + ".")
            + " Run HarmBench or an equivalent in full, or attest why this one is equivalent.");
    }

    private Optional<EvidenceItem> forecast(RiskProfile risk) {
        if (!risk.isHigh(RiskFactor.SCALE, policy)) {
            return Optional.empty();
        }
        boolean known = !Double.isNaN(risk.harmfulRequestsPerDay());
        return Optional.of(new EvidenceItem(EvidenceKind.HARM_FORECAST, known ? HOLDS : MISSING, true, known
            ? String.format(Locale.ROOT, "%.0f", risk.harmfulRequestsPerDay()) + " requests for harm a day" : "not said", risk.weighed()
            .by(), "", known ? ""
                : "The scale is high: say how many requests for harm are expected a day, or which share of the traffic in the context."));
    }

    private EvidenceItem pairedPrompts(RunComparison comparison, RiskProfile risk) {
        long n = comparison.overall().n();
        int needed = policy.count(risk.isHigh(RiskFactor.CONTEXT, policy) ? "gate.minimum.paired.context" : "gate.minimum.paired");
        String hash = importOf(comparison.candidate()).map(ImportManifest::sha256).orElse("");
        return n >= needed ? new EvidenceItem(EvidenceKind.PAIRED_PROMPTS, HOLDS, true, n + " paired", "", hash, "")
            : new EvidenceItem(EvidenceKind.PAIRED_PROMPTS, n > 0 ? PARTLY : MISSING, true, n + " of " + needed, "", hash,
                "Collect " + (needed - n) + " more paired safety prompts: " + n + " of " + needed + " are there.");
    }

    private static EvidenceItem categories(RunComparison comparison) {
        List<CategoryRow> open = comparison.categories().stream().filter(row -> row.state() == SafetyState.NOT_ENOUGH_EVIDENCE).toList();
        int all = comparison.categories().size();
        if (all == 0) {
            return new EvidenceItem(EvidenceKind.CATEGORIES, MISSING, true, "no categories", "", "",
                "The prompts carry no categories; import a suite that names them.");
        }
        return open.isEmpty() ? new EvidenceItem(EvidenceKind.CATEGORIES, HOLDS, true, all + " of " + all, "", "", "")
            : new EvidenceItem(EvidenceKind.CATEGORIES, PARTLY, true, all - open.size() + " of " + all + " can be judged", "", "",
                "Collect more prompts in " + open.get(0).category() + (open.size() > 1 ? " and " + (open.size() - 1)
                + " more categories" : "")
                    + ".");
    }

    private EvidenceItem freshRuns(RunComparison comparison) {
        Optional<LocalDate> oldest = oldestEvidence(comparison);
        if (oldest.isEmpty()) {
            return new EvidenceItem(EvidenceKind.FRESH_RUNS, MISSING, true, "no date", "", "", "Neither run says when it was made.");
        }
        LocalDate until = oldest.get().plusDays(policy.count("gate.evidence.days"));
        return !until.isBefore(today()) ? new EvidenceItem(EvidenceKind.FRESH_RUNS, HOLDS, true, "until " + until, "", "", "")
            : new EvidenceItem(EvidenceKind.FRESH_RUNS, EXPIRED, true, "expired " + until, "", "",
                "The evidence expired on " + until + "; run the evaluation again.");
    }

    /** The day of the older run: as the run says, else as it was imported. */
    Optional<LocalDate> oldestEvidence(RunComparison comparison) {
        return List.of(comparison.base(), comparison.candidate()).stream()
            .map(run -> run.created().or(() -> importOf(run).map(ImportManifest::started)))
            .flatMap(Optional::stream).min(Comparator.naturalOrder())
            .map((Instant time) -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    private EvidenceItem flipsReviewed(RunComparison comparison, int people) {
        int flips = comparison.flips(FlipKind.HARMFUL).size();
        long reviewed = new JudgeChecks(workspace.decisions()).reviewedFlips(comparison, people);
        EvidenceStatus status = reviewed == flips ? HOLDS : reviewed > 0 ? PARTLY : MISSING;
        return new EvidenceItem(EvidenceKind.FLIPS_REVIEWED, status, true, reviewed + " of " + flips, "", "", status == HOLDS ? ""
            : people == 1 ? "Read the " + (flips - reviewed) + " flipped answers that nobody has checked yet."
                : "The users are weighed high: " + people + " people must read each flipped answer; " + (flips - reviewed) + " of " + flips
                    + " still lack that.");
    }

    private EvidenceItem openIncidents(RunComparison comparison) {
        List<String> open = OpenIncidents.concerning(comparison.candidate().model(), workspace);
        return open.isEmpty() ? new EvidenceItem(EvidenceKind.NO_OPEN_INCIDENT, HOLDS, true, "none", "", "", "")
            : new EvidenceItem(EvidenceKind.NO_OPEN_INCIDENT, MISSING, true, String.join(", ", open), "", "",
                "Close " + String.join(", ", open) + " first.");
    }

    private EvidenceItem consistency(Consistency consistency) {
        int needed = policy.count("gate.minimum.category");
        boolean enough = consistency.prompts() >= needed;
        return consistency.prompts() > 0
            ? new EvidenceItem(EvidenceKind.CONSISTENCY, enough ? HOLDS : PARTLY, false, consistency.prompts() + " prompts, flip index "
                + String.format(Locale.ROOT, "%.2f → %.2f", consistency.baseFlipIndex(), consistency.candidateFlipIndex()), "", "",
                enough ? "" : "Ask at least " + needed + " prompts " + consistency.runsNeeded() + " times or more.")
            : new EvidenceItem(EvidenceKind.CONSISTENCY, MISSING, false, "1 run per prompt", "", "",
                "Ask each prompt at least " + consistency.runsNeeded() + " times to measure variance.");
    }

    /** Minutes of sessions held here and of those that somebody vouches for. */
    private EvidenceItem redTeam(List<Attestation> attested, RunComparison comparison) {
        List<Attestation> vouched = attested.stream().filter(a -> a.kind() == EvidenceKind.RED_TEAM && a.countsOn(today())).toList();
        List<RedTeamSession> held = sessions(comparison).with(Focus.DOMAIN, oldestThatCounts()).stream()
            .filter(RedTeamSession::isInDomain).toList();
        int minutes = vouched.stream().mapToInt(Attestation::minutes).sum() + held.stream().mapToInt(RedTeamSession::manualMinutes).sum();
        int needed = policy.count("gate.minimum.redteam");
        String by = held.isEmpty() ? last(vouched).map(Attestation::byWhom).orElse("") : last(held).map(RedTeamSession::tester).orElse("");
        String hash = last(vouched).map(a -> a.entry().hash()).orElse("");
        return minutes >= needed ? new EvidenceItem(EvidenceKind.RED_TEAM, HOLDS, true, minutes + " min", by, hash, "")
            : new EvidenceItem(EvidenceKind.RED_TEAM, minutes > 0 ? PARTLY : MISSING, true, minutes + " of " + needed + " min", by, hash,
                "Red-team the domain for " + (needed - minutes) + " more minutes: hold a session, or attest one held elsewhere.");
    }

    private EvidenceItem sessionOr(EvidenceKind kind, Focus focus, boolean required, List<Attestation> attested, RunComparison comparison,
                                   String demand) {
        List<RedTeamSession> held = sessions(comparison).with(focus, oldestThatCounts());
        long tried = held.stream().mapToLong(RedTeamSession::judged).sum();
        if (tried == 0) {
            return vouched(kind, required, attested, demand);
        }
        // What was found is evidence against the candidate; a hunt that succeeded must not look like a hunt that is done.
        long failed = held.stream().mapToLong(RedTeamSession::failures).sum();
        return new EvidenceItem(kind, failed == 0 ? HOLDS : PARTLY, required, tried + " tried, " + failed + " failed, in " + held.size()
            + (held.size() == 1 ? " session" : " sessions"), last(held).map(RedTeamSession::tester).orElse(""), "",
            failed == 0 ? "" : "The model failed on " + failed + " of " + tried + " attempts; mend it and test the new candidate.");
    }

    private RedTeamFindings sessions(RunComparison comparison) {
        return new RedTeamFindings(new RedTeamSessions(workspace.decisions(), clock).on(comparison.candidate().id()));
    }

    private LocalDate oldestThatCounts() {
        return today().minusDays(policy.count("gate.evidence.days"));
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    private EvidenceItem vouched(EvidenceKind kind, boolean required, List<Attestation> attested, String demand) {
        Optional<Attestation> latest = attested.stream().filter(a -> a.kind() == kind).reduce((first, second) -> second);
        if (latest.isEmpty()) {
            return new EvidenceItem(kind, MISSING, required, "nobody has attested it", "", "", demand);
        }
        Attestation attestation = latest.get();
        boolean counts = attestation.countsOn(today());
        String until = attestation.expires().equals(LocalDate.MAX) ? "" : (counts ? ", until " : ", expired ") + attestation.expires();
        return new EvidenceItem(kind, counts ? HOLDS : EXPIRED, required, Shortened.note(attestation.note()) + until, attestation.byWhom(),
            attestation.entry().hash(), counts ? "" : "The attestation has expired: " + demand);
    }

    private Optional<ImportManifest> importOf(EvaluationRun run) {
        return workspace.imports().list().stream().filter(manifest -> manifest.id().equals(run.importId())).findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
