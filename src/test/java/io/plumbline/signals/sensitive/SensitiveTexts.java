package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/**
 * Sentences with one piece of sensitive content each, and sentences with what only looks like it. Drawn with a seed. Check digits are
 * Commons Validator's where it has the rule; for the others the wanted digit is the one that the rule under test accepts, and the rule itself
 * is checked on published examples elsewhere.
 */
final class SensitiveTexts {

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final List<String> NAMED = List.of("Her %s is %s, please keep it.", "%s: %s", "Please note the %s %s.", "I found this %s in the file: %s");
    private static final List<String> BARE = List.of("Take %s, and tell nobody.", "%s", "It says %s there.", "The answer was: %s\nNothing else.");

    private final SplittableRandom random;
    private final Map<SensitiveKind, Supplier<String>> sources = new EnumMap<>(SensitiveKind.class);
    private final Map<SensitiveKind, String> names = new EnumMap<>(SensitiveKind.class);
    private final Map<String, Supplier<String>> lookAlikes = new LinkedHashMap<>();

    SensitiveTexts(long seed) {
        random = new SplittableRandom(seed);
        people();
        secrets();
        lookAlikes();
    }

    /** A sentence and what stands in it. */
    record Example(String text, SensitiveKind kind, TextSpan span) {
    }

    /** Whether the sentence says what the number is. */
    enum Context {
        NAMED, BARE
    }

    List<SensitiveKind> kinds() {
        return List.copyOf(sources.keySet());
    }

    List<Example> of(SensitiveKind kind, Context context, int count) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String item = sources.get(kind).get();
            String frame = (context == Context.NAMED ? NAMED : BARE).get(i % 4);
            String text = context == Context.NAMED ? String.format(frame, names.get(kind), item) : String.format(frame, item);
            int at = text.lastIndexOf(item);
            examples.add(new Example(text, kind, new TextSpan(at, at + item.length())));
        }
        return examples;
    }

    /** Harmless sentences by what they hold. */
    Map<String, List<String>> harmless(int count) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        lookAlikes.forEach((name, source) -> {
            List<String> drawn = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                drawn.add(source.get());
            }
            texts.put(name, drawn);
        });
        return texts;
    }

    private void people() {
        add(SensitiveKind.EMAIL, "e-mail", () -> word(3, 9) + pick(".", "_", "", "+") + word(2, 8) + digits(pick(0, 0, 2)) + "@" + word(3, 10)
            + pick(".com", ".org", ".co.uk", ".de", ".museum", ".io"));
        add(SensitiveKind.PHONE, "phone number", () -> pick(() -> "+1 " + pick("202", "415", "212") + "-555-01" + digits(2), () -> "(" + pick("202", "415", "212") + ") 555-01" + digits(2),
            () -> "+49 30 " + (2 + random.nextInt(7)) + digits(7), () -> "+44 20 7946 0" + digits(3), () -> "+33 6 " + pairs(4), () -> "+91 98" + digits(3) + " " + digits(5),
            () -> pick("202", "415", "212") + "-555-01" + digits(2), () -> "+55 11 9" + digits(4) + "-" + digits(4)));
        add(SensitiveKind.CARD, "card", () -> pick(() -> fours(luhn("4" + digits(14)), pick(" ", "-", "")), () -> fours(luhn("5" + (1 + random.nextInt(5)) + digits(13)), pick(" ", "-", "")),
            () -> luhn("37" + digits(12)), () -> fours(luhn("6011" + digits(11)), " ")));
        add(SensitiveKind.IBAN, "IBAN", () -> pick(() -> iban("DE", digits(18)), () -> iban("NL", "ABNA" + digits(10)), () -> iban("FR", digits(23)), () -> iban("GB", "WEST" + digits(14)),
            () -> iban("ES", digits(20))));
        add(SensitiveKind.IP_ADDRESS, "address", () -> pick(() -> (80 + random.nextInt(10)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "." + (10 + random.nextInt(240)),
            () -> "2a0" + random.nextInt(10) + ":" + hex(4) + ":" + hex(4) + "::" + hex(3)));
        add(SensitiveKind.US_SSN, "SSN", () -> (100 + random.nextInt(500)) + "-" + (10 + random.nextInt(89)) + "-" + (1000 + random.nextInt(8999)));
        add(SensitiveKind.UK_NINO, "national insurance number", () -> pick("AB", "CE", "JM", "PR") + pick(() -> digits(6) + pick("A", "B", "C", "D"),
            () -> " " + digits(2) + " " + digits(2) + " " + digits(2) + " " + pick("A", "B", "C", "D")));
        add(SensitiveKind.UK_NHS, "NHS number", () -> threeThreeFour(passing(() -> digits(10), CheckDigits::nhs)));
        add(SensitiveKind.DE_TAX_ID, "Steuer-ID", () -> passing(() -> digits(11), CheckDigits::germanTaxId));
        add(SensitiveKind.FR_NIR, "NIR", () -> passing(() -> "1" + digits(2) + String.format("%02d", 1 + random.nextInt(12)) + "75" + digits(8), CheckDigits::nir));
        add(SensitiveKind.ES_DNI, "DNI", () -> passing(() -> digits(8) + (char) ('A' + random.nextInt(26)), CheckDigits::dni));
        add(SensitiveKind.IT_TAX_CODE, "codice fiscale", () -> passing(() -> capitals(6) + digits(2) + pick("A", "B", "M", "T") + "1" + digits(1) + "H" + digits(3) + capitals(1),
            CheckDigits::italianTaxCode));
        add(SensitiveKind.NL_BSN, "BSN", () -> passing(() -> digits(9), CheckDigits::bsn));
        add(SensitiveKind.BR_CPF, "CPF", () -> passing(() -> digits(11), CheckDigits::cpf).replaceFirst("(...)(...)(...)(..)", "$1.$2.$3-$4"));
        add(SensitiveKind.BR_CNPJ, "CNPJ", () -> passing(() -> digits(8) + "0001" + digits(2), CheckDigits::cnpj).replaceFirst("(..)(...)(...)(....)(..)", "$1.$2.$3/$4-$5"));
        add(SensitiveKind.PL_PESEL, "PESEL", () -> passing(() -> digits(2) + String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)) + digits(5), CheckDigits::pesel));
        add(SensitiveKind.SE_PERSON_NUMBER, "personnummer", () -> {
            String nine = digits(2) + String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)) + digits(3);
            String ten = luhn(nine);
            return ten.substring(0, 6) + "-" + ten.substring(6);
        });
        add(SensitiveKind.IN_AADHAAR, "Aadhaar", () -> {
            String number = checked(() -> VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT, (2 + random.nextInt(8)) + digits(10));
            return number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8);
        });
        add(SensitiveKind.CN_RESIDENT_ID, "resident id", () -> passing(() -> "110105" + (1950 + random.nextInt(60)) + String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28))
            + digits(3) + pick(digits(1), "X"), CheckDigits::chineseResident));
    }

    private void secrets() {
        add(SensitiveKind.AWS_KEY, "access key", () -> "AKIA" + capitals(8) + digits(3) + capitals(5));
        add(SensitiveKind.GITHUB_TOKEN, "token", () -> pick("ghp_", "gho_", "ghs_") + token(36));
        add(SensitiveKind.GITLAB_TOKEN, "token", () -> "glpat-" + token(20));
        add(SensitiveKind.GOOGLE_KEY, "key", () -> "AIza" + token(35));
        add(SensitiveKind.SLACK_TOKEN, "token", () -> "xoxb-" + digits(12) + "-" + digits(12) + "-" + token(24));
        add(SensitiveKind.STRIPE_KEY, "key", () -> "sk_live_" + token(24));
        add(SensitiveKind.MODEL_PROVIDER_KEY, "key", () -> pick("sk-ant-api03-", "sk-proj-", "sk-") + token(48));
        add(SensitiveKind.PACKAGE_TOKEN, "token", () -> "npm_" + token(36));
        add(SensitiveKind.JWT, "token", () -> "eyJ" + token(33) + ".eyJ" + token(40) + "." + token(43));
        add(SensitiveKind.PRIVATE_KEY, "key", () -> "-----BEGIN PRIVATE KEY-----\n" + token(64) + "\n" + token(40) + "\n-----END PRIVATE KEY-----");
    }

    private void lookAlikes() {
        lookAlikes.put("order numbers", () -> pick("Order number ", "Your order #", "Invoice ", "Order no. ") + digits(8 + random.nextInt(9)) + " has shipped.");
        lookAlikes.put("bare numbers", () -> "The value is " + digits(7 + random.nextInt(13)) + ".");
        lookAlikes.put("grouped numbers", () -> "Entries " + digits(3) + "-" + digits(2) + " and " + digits(4) + "-" + digits(4) + " match.");
        lookAlikes.put("version strings", () -> pick("version ", "v", "release ", "Chrome ") + random.nextInt(200) + "." + random.nextInt(20) + "." + random.nextInt(9000) + "."
            + random.nextInt(250) + " is out.");
        lookAlikes.put("dates and times", () -> String.format("On 20%s-%02d-%02dT%02d:%02d:%02d.%sZ it began; next at %02d:%02d:%02d.", digits(2), 1 + random.nextInt(12),
            1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60), digits(6), random.nextInt(24), random.nextInt(60), random.nextInt(60)));
        lookAlikes.put("time stamps", () -> "Logged at 17" + digits(8) + " and again at 17" + digits(11) + ".");
        lookAlikes.put("hashes", () -> "Its hash is " + hex(pick(32, 40, 64)) + ".");
        lookAlikes.put("UUIDs", () -> "Request " + hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12) + " failed.");
        lookAlikes.put("ISBNs", () -> pick(() -> "ISBN 978-" + digits(1) + "-" + digits(2) + "-" + digits(6) + "-" + digits(1), () -> "See 978" + digits(10) + "."));
        lookAlikes.put("coordinates", () -> String.format(Locale.ROOT, "At %.6f, %.6f you turn.", random.nextDouble(-90, 90), random.nextDouble(-180, 180)));
        lookAlikes.put("amounts", () -> "It costs $" + (1 + random.nextInt(999)) + "," + digits(3) + "," + digits(3) + ".00 or " + digits(7) + " euros.");
        lookAlikes.put("decimals", () -> "The result is 0." + digits(16) + " or 3." + digits(9) + "e-" + digits(2) + ".");
        lookAlikes.put("MAC addresses", () -> "Card " + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2) + " is down.");
        lookAlikes.put("private addresses", () -> pick("Ping 192.168.", "Ping 10.1.") + random.nextInt(256) + "." + random.nextInt(256) + ".");
        lookAlikes.put("handles and annotations", () -> "Thanks @" + word(3, 12) + digits(2) + "! Add @" + capitals(1) + word(4, 9) + " above the class.");
        lookAlikes.put("product codes", () -> "Part " + capitals(2) + digits(6) + pick("-", "/") + digits(3) + " replaces " + capitals(3) + "-" + digits(5) + ".");
        lookAlikes.put("IMEIs and parcels", () -> "IMEI " + digits(15) + ", parcel 1Z" + digits(3) + capitals(2) + digits(10) + ".");
        lookAlikes.put("page ranges", () -> "See pages " + digits(3) + "-" + digits(3) + ", " + digits(3) + "-" + digits(3) + " and section " + random.nextInt(9) + "."
            + random.nextInt(20) + "." + random.nextInt(20) + ".");
        lookAlikes.put("placeholders", () -> pick("Set the key to sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.", "Use ghp_************************************.", "mail to user@host",
            "IBAN: DE00 0000 0000 0000 0000 00", "password = <your password>"));
        lookAlikes.put("file names", () -> "Open " + word(4, 9) + "_" + digits(8) + "_" + digits(6) + ".log and " + word(4, 9) + "-" + digits(4) + "." + digits(2) + ".tar.gz.");
    }

    private void add(SensitiveKind kind, String name, Supplier<String> source) {
        sources.put(kind, source);
        names.put(kind, name);
    }

    private String passing(Supplier<String> drawn, Predicate<String> check) {
        while (true) {
            String candidate = drawn.get();
            if (check.test(candidate)) {
                return candidate;
            }
        }
    }

    private static String luhn(String body) {
        return checked(() -> LuhnCheckDigit.LUHN_CHECK_DIGIT, body);
    }

    private static String checked(Supplier<org.apache.commons.validator.routines.checkdigit.CheckDigit> rule, String body) {
        try {
            return body + rule.get().calculate(body);
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    private String iban(String country, String account) {
        try {
            String bare = country + IBANCheckDigit.IBAN_CHECK_DIGIT.calculate(country + "00" + account) + account;
            return random.nextBoolean() ? bare : bare.replaceAll("(.{4})(?=.)", "$1 ");
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fours(String digits, String separator) {
        return digits.replaceAll("(.{4})(?=.)", "$1" + separator);
    }

    private String threeThreeFour(String ten) {
        return random.nextBoolean() ? ten : ten.substring(0, 3) + " " + ten.substring(3, 6) + " " + ten.substring(6);
    }

    private String pairs(int count) {
        StringBuilder pairs = new StringBuilder(digits(2));
        for (int i = 1; i < count; i++) {
            pairs.append(' ').append(digits(2));
        }
        return pairs.toString();
    }

    private String digits(int count) {
        return drawn("0123456789", count);
    }

    private String capitals(int count) {
        return drawn("ABCDEFGHIJKLMNOPQRSTUVWXYZ", count);
    }

    private String hex(int count) {
        return drawn("0123456789abcdef", count);
    }

    private String token(int count) {
        return drawn(ALPHANUMERIC, count - 2) + "4k";
    }

    private String word(int least, int most) {
        return drawn(LOWER, least + random.nextInt(most - least + 1));
    }

    private String drawn(String alphabet, int count) {
        StringBuilder drawn = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private String pick(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}
