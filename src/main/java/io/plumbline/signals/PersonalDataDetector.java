package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses, phone numbers, card numbers (with a valid check digit) and public IPv4 addresses. It finds what is written as
 * such; names and addresses of people it does not know.
 */
public final class PersonalDataDetector {

    public static final String NAME = "personal data";
    public static final String VERSION = "personal-data 1.0";

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.){1,5}[A-Za-z]{2,24}");
    private static final Pattern IP = Pattern.compile(
        "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]\\d|\\d)");
    private static final Pattern CARD = Pattern.compile("(?<![\\d.,-])\\d(?:[ -]?\\d){12,18}(?![\\d]|[.,]\\d)");
    /** An international prefix, or a number in groups as North America writes it; a bare run of digits is no phone number. */
    private static final Pattern PHONE = Pattern.compile(
        "(?<![\\w.+])(?:\\+\\d{1,3}[ .-]?(?:\\(\\d{1,4}\\)[ .-]?)?\\d{1,4}(?:[ .-]?\\d{2,4}){1,4}"
        + "|\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}|\\d{3}[.-]\\d{3}[.-]\\d{4})(?![\\w-])");
    private static final int FEWEST_PHONE_DIGITS = 9;

    /** What stands in the text, in order. */
    public List<PersonalData> find(String text) {
        boolean at = text.indexOf('@') >= 0;
        boolean digits = hasDigitRun(text);
        if (!at && !digits) {
            return List.of();
        }
        List<PersonalData> found = new ArrayList<>();
        if (at) {
            collect(EMAIL, PersonalData.Kind.EMAIL, text, found);
        }
        if (digits) {
            collect(CARD, PersonalData.Kind.CARD, text, found);
            collect(IP, PersonalData.Kind.IP_ADDRESS, text, found);
            collect(PHONE, PersonalData.Kind.PHONE, text, found);
        }
        found.sort(Comparator.comparingInt(data -> data.span().start()));
        return found;
    }

    private static void collect(Pattern pattern, PersonalData.Kind kind, String text, List<PersonalData> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            TextSpan span = new TextSpan(matcher.start(), matcher.end());
            if (holds(kind, matcher.group()) && found.stream().noneMatch(other -> overlap(other.span(), span))) {
                found.add(new PersonalData(kind, span));
            }
        }
    }

    private static boolean holds(PersonalData.Kind kind, String text) {
        return switch (kind) {
            case EMAIL -> true;
            case PHONE -> text.chars().filter(Character::isDigit).count() >= FEWEST_PHONE_DIGITS;
            case CARD -> isCard(text);
            case IP_ADDRESS -> isPublic(text);
        };
    }

    /** Luhn's check digit; numbers of one repeated digit pass it and are no cards. */
    private static boolean isCard(String text) {
        String digits = text.replaceAll("\\D", "");
        if (digits.chars().distinct().count() < 2 || digits.charAt(0) == '0') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Addresses of private and documentation networks name nobody. */
    private static boolean isPublic(String ip) {
        String[] parts = ip.split("\\.");
        int a = Integer.parseInt(parts[0]);
        int b = Integer.parseInt(parts[1]);
        boolean reserved = a == 0 || a == 10 || a == 127 || a >= 224 || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168
            || a == 169 && b == 254 || a == 100 && b >= 64 && b < 128;
        return !reserved && !ip.startsWith("192.0.2.") && !ip.startsWith("198.51.100.") && !ip.startsWith("203.0.113.")
            && !(a < 10 && b < 10);
    }

    private static boolean overlap(TextSpan a, TextSpan b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    /** Whether four digits stand close together; the shortest IPv4 address has four. */
    private static boolean hasDigitRun(String text) {
        int run = 0;
        int gap = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                run++;
                gap = 0;
                if (run >= 4) {
                    return true;
                }
            } else if (++gap > 3) {
                run = 0;
            }
        }
        return false;
    }
}
