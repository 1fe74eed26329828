package io.plumbline.signoff;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.CategoryRow;
import io.plumbline.evaluation.PairedPrompt;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.Words;
import io.plumbline.redteam.RedTeamFindings;
import io.plumbline.redteam.RedTeamSessions;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Workspace;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures the five residual gaps as far as the workspace allows (R104–R108), and says so where it does not. */
final class GapSurvey {


    private final Workspace workspace;
    private final InstantSource clock;
    private final Policy policy;

    GapSurvey(Workspace workspace, InstantSource clock, Policy policy) {
        this.workspace = workspace;
        this.clock = clock;
        this.policy = policy;
    }

    ResidualGaps of(GateSubject gate, RunComparison comparison, SuiteReading suites, List<EvidenceItem> evidence) {
        List<ResidualGap> gaps = new ArrayList<>(List.of(triggers(gate, comparison), distribution(comparison), time(comparison),
            composition(comparison), adaptation(comparison)));
        impossible(evidence).ifPresent(gaps::add);
        if (!suites.benchmarks().isEmpty()) {
            gaps.add(new ResidualGap("Benchmark weaknesses", String.join(" ", suites.weaknesses()), suites.benchmarks().size() == 1
                ? "1 benchmark" : suites.benchmarks().size() + " benchmarks"));
        }
        if (!suites.circular().isEmpty()) {
            gaps.add(new ResidualGap("Circular judging", String.join(" ", suites.circular()), "judge"));
        }
        return new ResidualGaps(gaps);
    }

    private static Optional<ResidualGap> impossible(List<EvidenceItem> evidence) {
        List<EvidenceItem> items = evidence.stream().filter(item -> item.status() == EvidenceStatus.IMPOSSIBLE).toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new ResidualGap("Not possible in this context", items.stream()
            .map(item -> item.kind().title() + " (" + item.detail().substring(item.detail().indexOf(": ") + 2) + ")")
            .collect(Collectors.joining(", ")) + ". What only these could show stays unknown.", items.size() + " items"));
    }

    private ResidualGap triggers(GateSubject gate, RunComparison comparison) {
        double confidence = policy.number("gate.confidence");
        RedTeamFindings.Bound held = new RedTeamFindings(new RedTeamSessions(workspace.decisions(), clock).on(comparison.candidate().id()))
            .triggers(today().minusDays(policy.count("gate.evidence.days")), confidence);
        int tried = held.tried() + new Attestations(workspace.decisions(), clock).at(gate).stream()
            .filter(attestation -> attestation.kind() == EvidenceKind.TRIGGER_HUNTING).mapToInt(Attestation::tried).sum();
        if (tried == 0) {
            return new ResidualGap("Trigger coverage", "No trigger was tried, so nothing bounds how often a hidden one would work.",
                "0 tried");
        }
        double bound = ClopperPearsonInterval.of(held.hits(), tried, 2 * confidence - 1).upper();
        String found = held.hits() == 0 ? "without a recorded hit" : "and " + held.hits() + " worked";
        return new ResidualGap("Trigger coverage", tried + " triggers were tried " + found + "; one like them could still work on up to "
            + Words.percent(bound) + " of tries, and one unlike them is not bounded at all.", tried + " tried");
    }

    private ResidualGap distribution(RunComparison comparison) {
        String title = "Distribution shift";
        if (!hasLogOf(comparison.candidate())) {
            return new ResidualGap(title, "No production log of this model is in the workspace, so how far real requests differ from the "
                + comparison.pairing().prompts().size() + " evaluated prompts is unknown.", "unknown");
        }
        Set<String> evaluated = comparison.categories().stream().map(CategoryRow::category).map(GapSurvey::plain).collect(Collectors
            .toSet());
        long all = 0;
        long outside = 0;
        for (DailyCell cell : workspace.log().dailyCells(LogFilter.everything())) {
            if (!cell.category().equals(LogRecord.BENIGN)) {
                all += cell.n();
                outside += evaluated.contains(plain(cell.category())) ? 0 : cell.n();
            }
        }
        return new ResidualGap(title, outside + " of " + all
            + " harmful production requests are in categories that this suite does not have.",
            all == 0 ? "" : Words.percent((double) outside / all));
    }

    private ResidualGap time(RunComparison comparison) {
        Optional<LocalDate> oldest = new EvidenceChecklist(workspace, clock, policy).oldestEvidence(comparison);
        int days = policy.count("gate.evidence.days");
        return new ResidualGap("Temporal dynamics", oldest.isEmpty() ? "Neither run says when it was made, so its age is unknown."
            : (oldest.get().plusDays(days).isBefore(today()) ? "This evidence expired on " : "This evidence expires on ")
                + oldest.get().plusDays(days) + ".", days + " d");
    }

    private ResidualGap composition(RunComparison comparison) {
        List<PairedPrompt> prompts = comparison.pairing().prompts();
        long multi = prompts.stream().filter(prompt -> prompt.candidate().asked().turns() > 1).count();
        String evaluated = multi + " of " + prompts.size() + " evaluated prompts are multi-turn";
        if (!hasLogOf(comparison.candidate())) {
            return new ResidualGap("Compositional effects", evaluated + "; how many production requests are is unknown.", "unknown");
        }
        long[] counts = new long[2];
        workspace.log().scan(LogFilter.everything(), record -> {
            counts[0]++;
            counts[1] += record.record().turn() > 1 ? 1 : 0;
        });
        return new ResidualGap("Compositional effects", evaluated + "; " + counts[1] + " of " + counts[0] + " production requests are.",
            multi == 0 && counts[1] > 0 ? "gap open" : "");
    }

    private ResidualGap adaptation(RunComparison comparison) {
        List<String> suites = new ArrayList<>(new LinkedHashSet<>(List.of(comparison.base().suite(), comparison.candidate().suite())));
        String age = comparison.candidate().created().map(made -> ChronoUnit.DAYS.between(made, clock.instant()) + " d old")
            .orElse("age unknown");
        return new ResidualGap("Adversarial adaptation", "The suite (" + String.join(", ", suites)
            + ") may be known to whoever trained or attacks the model; no held-out suite was compared with it.", age);
    }

    private boolean hasLogOf(EvaluationRun run) {
        ProductionLog log = workspace.log();
        return log.models().contains(run.model());
    }

    private static String plain(String category) {
        return category.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
