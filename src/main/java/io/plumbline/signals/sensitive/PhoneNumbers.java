package io.plumbline.signals.sensitive;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.plumbline.domain.TextSpan;
import java.util.List;
import java.util.Set;

/**
 * Phone numbers by the numbering plans of libphonenumber. A number with its country code, or grouped as North America groups them, stands
 * for itself; any other needs a word before it that says what it is, and must be valid in one of the countries that are tried.
 */
final class PhoneNumbers {

    private static final int FEWEST_DIGITS = 7;
    /** The longest number of ITU-T E.164. */
    private static final int MOST_DIGITS = 15;
    /** A long row of groups gets so many readings and no more, so that no text can make this slow. */
    private static final int MOST_TRIES = 3;
    private static final String ANYWHERE = "ZZ";
    private static final Set<String> NORTH_AMERICAN = Set.of("3-3-4", "3.3.4", "3) 3-4", "3)3-4", "3) 3 4", "1-3-3-4", "1 3-3-4");
    private static final Set<String> CUES = Set.of("phone", "telephone", "tel", "call", "mobile", "cell", "fax", "whatsapp", "sms", "text me",
        "reach me", "hotline", "telefon", "telefonnummer", "handy", "handynummer", "rufnummer", "mobil", "anrufen", "téléphone", "portable",
        "numéro de téléphone", "appeler", "móvil", "teléfono", "celular", "llama", "llámame", "telefone", "ligue", "telefono", "cellulare",
        "telefoon", "电话", "手机", "電話", "携帯", "连络");
    private static final List<String> COUNTRIES = List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "BR", "MX", "IN", "CN", "JP", "PL", "SE", "PT",
        "AU", "CA", "AT", "CH", "BE");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    /** Reads a phone number that begins at this group; returns its last group, or −1. */
    int read(String text, DigitGroups groups, int first, List<SensitiveFinding> found) {
        int digit = groups.start(first);
        int start = digit;
        boolean bracket = start > 0 && text.charAt(start - 1) == '(';
        if (bracket) {
            start--;
        }
        boolean international = start > 0 && text.charAt(start - 1) == '+';
        if (international) {
            start--;
        }
        if (start > 0 && isPartOfWord(text, start)) {
            return -1;
        }
        int tries = MOST_TRIES;
        for (int last = groups.count() - 1; last >= first && tries > 0; last--) {
            int digits = groups.digits(first, last);
            if (digits < FEWEST_DIGITS) {
                return -1;
            }
            if (digits <= MOST_DIGITS && endsHere(text, groups.end(last))) {
                tries--;
                if (isPhone(text, groups, first, last, start, international)) {
                    found.add(new SensitiveFinding(SensitiveKind.PHONE, new TextSpan(start, groups.end(last))));
                    return last;
                }
            }
        }
        return -1;
    }

    private boolean isPhone(String text, DigitGroups groups, int first, int last, int start, boolean international) {
        String number = text.substring(start, groups.end(last));
        if (international) {
            return isValid(number, ANYWHERE);
        }
        boolean american = NORTH_AMERICAN.contains(groups.layout(first, last));
        if (!american && first > 0) {
            return false;
        }
        Surroundings around = Surroundings.of(text, start, groups.end(last));
        if (american && !around.speakAgainst()) {
            return isValid(number, "US");
        }
        boolean row = groups.digits(first, last) < 2 * (last - first + 1) - 1;
        if (row || !around.open(CUES)) {
            return false;
        }
        if (number.startsWith("00")) {
            return isValid("+" + number.substring(2), ANYWHERE);
        }
        return COUNTRIES.stream().anyMatch(country -> isValid(number, country));
    }

    private boolean isValid(String number, String country) {
        try {
            return plans.isValidNumber(plans.parse(number, country));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isPartOfWord(String text, int start) {
        char before = text.charAt(start - 1);
        return Character.isLetterOrDigit(before) || before == '_' || before == '$' || before == '+'
            || "-./,".indexOf(before) >= 0 && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2));
    }

    private static boolean endsHere(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char after = text.charAt(end);
        return !Character.isLetterOrDigit(after) && after != '_' && after != '%' && after != '@'
            && !(after == ',' && end + 1 < text.length() && DigitGroups.isDigit(text.charAt(end + 1)));
    }
}
