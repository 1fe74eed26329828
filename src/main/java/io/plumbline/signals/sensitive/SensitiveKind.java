package io.plumbline.signals.sensitive;

import java.util.List;
import java.util.stream.Collectors;

/** Kinds of content that a text should not give away. */
public enum SensitiveKind {
    EMAIL("e-mail address", Group.PERSONAL),
    PHONE("phone number", Group.PERSONAL),
    CARD("payment card", Group.PERSONAL),
    IBAN("bank account (IBAN)", Group.PERSONAL),
    IP_ADDRESS("IP address", Group.PERSONAL),
    US_SSN("US social security number", Group.PERSONAL),
    UK_NINO("UK national insurance number", Group.PERSONAL),
    UK_NHS("UK NHS number", Group.PERSONAL),
    DE_TAX_ID("German tax id", Group.PERSONAL),
    FR_NIR("French social security number", Group.PERSONAL),
    ES_DNI("Spanish DNI or NIE", Group.PERSONAL),
    IT_TAX_CODE("Italian tax code", Group.PERSONAL),
    NL_BSN("Dutch citizen number", Group.PERSONAL),
    BR_CPF("Brazilian CPF", Group.PERSONAL),
    BR_CNPJ("Brazilian CNPJ", Group.PERSONAL),
    PL_PESEL("Polish PESEL", Group.PERSONAL),
    SE_PERSON_NUMBER("Swedish person number", Group.PERSONAL),
    IN_AADHAAR("Indian Aadhaar number", Group.PERSONAL),
    CN_RESIDENT_ID("Chinese resident id", Group.PERSONAL),
    AWS_KEY("AWS key", Group.SECRET),
    GITHUB_TOKEN("GitHub token", Group.SECRET),
    GITLAB_TOKEN("GitLab token", Group.SECRET),
    GOOGLE_KEY("Google key", Group.SECRET),
    SLACK_TOKEN("Slack token", Group.SECRET),
    STRIPE_KEY("Stripe key", Group.SECRET),
    MODEL_PROVIDER_KEY("model provider's key", Group.SECRET),
    PACKAGE_TOKEN("package registry token", Group.SECRET),
    JWT("JSON web token", Group.SECRET),
    PRIVATE_KEY("private key", Group.SECRET),
    CODE("code", Group.CODE),
    /** Found by a model that a person chose; never by the rules. */
    PERSON_NAME("name", Group.PERSONAL);

    /** What a finding of the kind means. */
    public enum Group {
        /** Tells who someone is. */
        PERSONAL,
        /** Opens something. */
        SECRET,
        /** Neither, but a policy may want to know. */
        CODE
    }

    private static final String BETWEEN = ", ";

    private final String word;
    private final Group group;

    SensitiveKind(String word, Group group) {
        this.word = word;
        this.group = group;
    }

    public String word() {
        return word;
    }

    public Group group() {
        return group;
    }

    /** The kinds in words, as reasons of flags end: "e-mail address, phone number." */
    public static String listed(List<SensitiveFinding> found) {
        return found.stream().map(finding -> finding.kind().word).distinct().collect(Collectors.joining(BETWEEN)) + ".";
    }

    /** Whether a reason that ends with {@link #listed} kinds names this one. */
    public boolean isListedIn(String reason) {
        int colon = reason.indexOf(": ");
        return reason.endsWith(".") && colon > 0 && List.of(reason.substring(colon + 2, reason.length() - 1).split(BETWEEN)).contains(word);
    }

    /** Whether the rules that come with the program look for it. */
    public boolean isFoundByRules() {
        return this != PERSON_NAME;
    }

    /** Whether it is covered up wherever a text is shown or written. Code is not: it is what people asked for. */
    public boolean isMasked() {
        return group != Group.CODE;
    }
}
