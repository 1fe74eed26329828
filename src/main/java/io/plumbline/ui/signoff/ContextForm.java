package io.plumbline.ui.signoff;

import io.plumbline.domain.InputException;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.EvidenceKind;
import io.plumbline.signoff.deployment.ClaimFile;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Reach;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.signoff.deployment.ModelAccess;
import io.plumbline.signoff.deployment.ThreatActor;
import io.plumbline.signoff.deployment.WeightsSource;
import io.plumbline.ui.shell.ActForm;
import io.plumbline.ui.shell.Dialogs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks where the candidate will stand. What was recorded before stands in the fields. */
final class ContextForm {

    private final Dialogs dialogs;
    private final SignOffViewModel model;

    ContextForm(Dialogs dialogs, SignOffViewModel model) {
        this.dialogs = dialogs;
        this.model = model;
    }

    void ask(GateView view) {
        Optional<DeploymentContext> known = view.dossier().profile().deployment();
        String actors = Stream.of(ThreatActor.values()).map(ThreatActor::title).collect(Collectors.joining(", "));
        new ActForm(dialogs, "Deployment context of " + view.dossier().comparison().candidate().displayName(),
            "It decides what this gate asks for. A decision that rested on another context becomes stale.")
            .line("who", "Who can reach the model", of(known, context -> context.reach().who()))
            .choice("access", "How", titles(ModelAccess.values(), ModelAccess::title), of(known, context -> context.reach().access()
                .title()))
            .choice("source", "Who made what was put on the base", titles(WeightsSource.values(), WeightsSource::title),
                of(known, context -> context.weights().source().title()))
            .line("base", "Model underneath, and whose it is", of(known, context -> context.weights().base()))
            .line("adapters", "Adapters in use together, with commas", of(known, context -> String.join(", ", context.weights()
                .adapters())))
            .line("domain", "Domain: what it is for", of(known, context -> context.purpose().domain()))
            .line("categories", "Categories of the suite that are of this domain, with commas",
                of(known, context -> String.join(", ", context.purpose().categories())))
            .line("actors", "Threat actors, with commas: " + actors,
                of(known, context -> context.reach().actors().stream().map(ThreatActor::title).collect(Collectors.joining(", "))))
            .line("tools", "Tools it may act with", of(known, context -> context.reach().tools()))
            .line("guard", "Filter or classifier that guards it in production", of(known, context -> context.reach().guard()))
            .line("traffic", "Requests expected a day", of(known, context -> context.traffic().requestsPerDay() == Traffic.NOT_SAID ? ""
                : Long.toString(context.traffic().requestsPerDay())))
            .line("share", "Share of them that ask for harm, 0 to 1", of(known, context -> Double.isNaN(context.traffic().harmfulShare())
                ? ""
                : Double.toString(context.traffic().harmfulShare())))
            .line("owner", "Owner of evidence that has none of its own", of(known, DeploymentContext::owner))
            .paragraph("claims", "With a hosted API: what the provider says it evaluated, one a line: category = file or report",
                of(known, context -> context.claims().entrySet().stream().map(claim -> claim.getKey() + " = " + claim.getValue())
                    .collect(Collectors.joining("\n"))))
            .show("Record the context", (texts, answer) -> model.place(read(texts, view.actor()), answer));
    }

    /** Names who sees to the first piece of evidence that nobody answers for, or to another one. */
    void askOwner(GateView view) {
        List<String> kinds = view.dossier().evidence().stream().map(EvidenceItem::kind).filter(kind -> kind != EvidenceKind.OWNERS)
            .map(EvidenceKind::title).toList();
        new ActForm(dialogs, "Who sees to it",
            "Where the weights are in one's own hands, nothing may be without an owner. An owner of all the rest is "
            + "named in the context.")
            .line("owner", "Owner", view.actor())
            .choice("item", "Evidence", kinds, kinds.get(0))
            .show("Name the owner", (texts, answer) -> model.own(Stream.of(EvidenceKind.values())
                .filter(kind -> kind.title().equals(texts.get("item"))).findFirst().orElseThrow(), texts.get("owner"), answer));
    }

    private static DeploymentContext read(Map<String, String> texts, String actor) {
        Set<ThreatActor> actors = list(texts.get("actors")).stream().map(ContextForm::actor).collect(Collectors.toSet());
        Map<String, String> claims = new LinkedHashMap<>();
        texts.get("claims").lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split("=", 2);
            if (parts.length < 2 || parts[0].isBlank()) {
                throw new InputException("“" + line.strip() + "” is no claim. Write the category, an equals sign, and the file or report.");
            }
            claims.put(parts[0].strip(), ClaimFile.words(parts[1]));
        });
        return new DeploymentContext(
            new Reach(titled(ModelAccess.values(), ModelAccess::title, texts.get("access")), texts.get("who"), actors, texts.get("tools"),
                texts.get("guard")),
            new Purpose(texts.get("domain"), list(texts.get("categories"))),
            new Traffic(texts.get("traffic").isBlank() ? Traffic.NOT_SAID : (long) number(texts.get("traffic")), texts.get("share")
                .isBlank()
                ? Double.NaN : number(texts.get("share"))),
            new Weights(texts.get("base"), titled(WeightsSource.values(), WeightsSource::title, texts.get("source")),
                list(texts.get("adapters"))), claims, texts.get("owner"), actor);
    }

    private static ThreatActor actor(String title) {
        return Stream.of(ThreatActor.values()).filter(actor -> actor.title().equalsIgnoreCase(title)).findFirst()
            .orElseThrow(() -> new InputException("“" + title + "” is no threat actor that the gate knows. These are: "
                + Stream.of(ThreatActor.values()).map(ThreatActor::title).collect(Collectors.joining(", ")) + "."));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(" ", "").replace("_", ""));
        } catch (NumberFormatException e) {
            throw new InputException("“" + text + "” is no number.", e);
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private static <T> List<String> titles(T[] values, Function<T, String> title) {
        return Stream.of(values).map(title).toList();
    }

    private static <T> T titled(T[] values, Function<T, String> title, String wanted) {
        return Stream.of(values).filter(value -> title.apply(value).equals(wanted)).findFirst().orElseThrow();
    }

    private static String of(Optional<DeploymentContext> known, Function<DeploymentContext, String> fact) {
        return known.map(fact).orElse("");
    }
}
