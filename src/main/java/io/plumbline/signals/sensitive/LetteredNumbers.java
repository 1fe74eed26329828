package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.validator.routines.IBANValidator;

/** Finds account numbers and identifiers that hold letters: IBAN, Italian tax code, NINO, DNI and NIE, the ids that end in a letter. */
final class LetteredNumbers {

    private static final Set<String> NO_NINO_PREFIX = Set.of("BG", "GB", "NK", "KN", "TN", "NT", "ZZ");
    private static final Set<String> NINO_CUES = Set.of("nino", "national insurance", "ni number");
    private static final Set<String> SPANISH_CUES = Set.of("dni", "nif", "nie", "documento", "identidad", "d.n.i");
    private static final String OMOCODIA = "LMNPQRSTUV";
    private static final int LONGEST_IBAN = 34;
    private static final String CORSICAN = "0 00 00 0? 000 000 00";
    private static final int CORSICAN_LETTER = 9;
    private static final int SHORTEST_IBAN = 15;

    private final IBANValidator ibans = IBANValidator.getInstance();

    /**
     * Reads what begins at this word, which may go on after blanks.
     *
     * @param start where the word begins
     * @param end   where it ends
     * @return where the reading ended; {@code start} where nothing was found
     */
    int read(String text, int start, int end, List<SensitiveFinding> found) {
        Optional<SensitiveFinding> finding = find(text, start, end);
        finding.ifPresent(found::add);
        return finding.map(f -> f.span().end()).orElse(start);
    }

    private Optional<SensitiveFinding> find(String text, int start, int end) {
        int length = end - start;
        char first = text.charAt(start);
        char second = length > 1 ? text.charAt(start + 1) : ' ';
        if (isLetter(first) && isLetter(second)) {
            Optional<SensitiveFinding> iban = length >= 4 && isDigit(text.charAt(start + 2)) && isDigit(text.charAt(start + 3)) ? iban(text, start) : Optional.empty();
            if (iban.isPresent()) {
                return iban;
            }
            if (length == 16 && isItalian(text.substring(start, end))) {
                return finding(SensitiveKind.IT_TAX_CODE, start, end);
            }
            return nino(text, start);
        }
        if (length == 9 && isSpanish(text, start, end)) {
            return finding(SensitiveKind.ES_DNI, start, end);
        }
        if (length == 18 && text.charAt(end - 1) == 'X' && allDigits(text, start, end - 1) && NumberRule.isChineseResident(text.substring(start, end))) {
            return finding(SensitiveKind.CN_RESIDENT_ID, start, end);
        }
        if (length == 15 && text.charAt(start + 5) == '2' && (text.charAt(start + 6) == 'A' || text.charAt(start + 6) == 'B')
            && allDigits(text, start, start + 5) && allDigits(text, start + 7, end) && CheckDigits.nir(text.substring(start, end))) {
            return finding(SensitiveKind.FR_NIR, start, end);
        }
        return company(text, start);
    }

    /** A French number with blanks, of somebody born on Corsica: a letter stands in the middle. Returns where it ends, or {@code start}. */
    int corsican(String text, int start, List<SensitiveFinding> found) {
        int end = start + CORSICAN.length();
        boolean laidOut = end <= text.length() && isLaidOut(text, start, CORSICAN) && (text.charAt(start + CORSICAN_LETTER) == 'A' || text.charAt(start + CORSICAN_LETTER) == 'B')
            && !(start > 0 && isWordCharacter(text.charAt(start - 1))) && !(end < text.length() && isWordCharacter(text.charAt(end)));
        if (!laidOut || !CheckDigits.nir(text.substring(start, end).replace(" ", ""))) {
            return start;
        }
        found.add(new SensitiveFinding(SensitiveKind.FR_NIR, new TextSpan(start, end)));
        return end;
    }

    /** Whether digits stand where the layout has a 0 and blanks where it has one. */
    private static boolean isLaidOut(String text, int start, String layout) {
        for (int i = 0; i < layout.length(); i++) {
            char wanted = layout.charAt(i);
            char c = text.charAt(start + i);
            if (wanted == '0' && !isDigit(c) || wanted == ' ' && c != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Country, two check digits, and as many characters as the country uses, in groups or not. */
    private Optional<SensitiveFinding> iban(String text, int start) {
        IBANValidator.Validator country = ibans.getValidator(text.substring(start, start + 2));
        if (country == null || start > 0 && isWordCharacter(text.charAt(start - 1))) {
            return Optional.empty();
        }
        int wanted = country.getIbanLength();
        if (wanted < SHORTEST_IBAN || wanted > LONGEST_IBAN) {
            return Optional.empty();
        }
        StringBuilder characters = new StringBuilder(LONGEST_IBAN);
        int i = start;
        while (i < text.length() && characters.length() < wanted) {
            char c = text.charAt(i);
            if (isLetter(c) || isDigit(c)) {
                characters.append(c);
            } else if (c != ' ' && c != '-' && c != '\u00a0' || text.charAt(i - 1) == c) {
                return Optional.empty();
            }
            i++;
        }
        boolean ends = i == text.length() || !isWordCharacter(text.charAt(i));
        return characters.length() == wanted && ends && ibans.isValid(characters.toString()) ? finding(SensitiveKind.IBAN, start, i) : Optional.empty();
    }

    private static boolean isItalian(String code) {
        for (int i = 0; i < 16; i++) {
            char c = code.charAt(i);
            boolean letter = i < 6 || i == 8 || i == 11 || i == 15;
            if (letter ? !isLetter(c) : !isDigit(c) && OMOCODIA.indexOf(c) < 0) {
                return false;
            }
        }
        return "ABCDEHLMPRST".indexOf(code.charAt(8)) >= 0 && CheckDigits.italianTaxCode(code);
    }

    /** Two letters, six digits, one of A to D, as HMRC writes it (manual NIM39110): {@code QQ 12 34 56 C} or without blanks. */
    private static Optional<SensitiveFinding> nino(String text, int start) {
        int i = start + 2;
        int digits = 0;
        int blanks = 0;
        while (i < text.length() && digits < 6) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == ' ' && text.charAt(i - 1) != ' ' && digits % 2 == 0) {
                blanks++;
            } else {
                return Optional.empty();
            }
            i++;
        }
        if (i < text.length() && text.charAt(i) == ' ') {
            i++;
            blanks++;
        }
        boolean suffix = digits == 6 && i < text.length() && text.charAt(i) >= 'A' && text.charAt(i) <= 'D';
        if (!suffix || i + 1 < text.length() && isWordCharacter(text.charAt(i + 1)) || start > 0 && isWordCharacter(text.charAt(start - 1))
            || !isNinoPrefix(text.substring(start, start + 2))) {
            return Optional.empty();
        }
        boolean spaced = blanks == 4;
        Surroundings around = Surroundings.of(text, start, i + 1);
        return spaced || around.name(NINO_CUES) || blanks == 0 && !around.speakAgainst() ? finding(SensitiveKind.UK_NINO, start, i + 1)
            : Optional.empty();
    }

    private static boolean isNinoPrefix(String prefix) {
        return "DFIQUV".indexOf(prefix.charAt(0)) < 0 && "DFIOQUV".indexOf(prefix.charAt(1)) < 0 && !NO_NINO_PREFIX.contains(prefix);
    }

    /** A NIE stands for itself; a DNI, of which one in 23 chance codes passes, needs a word beside it. */
    private static boolean isSpanish(String text, int start, int end) {
        boolean nie = "XYZ".indexOf(text.charAt(start)) >= 0;
        String number = text.substring(start, end);
        return isLetter(text.charAt(end - 1)) && allDigits(text, nie ? start + 1 : start, end - 1) && CheckDigits.dni(number)
            && (nie || Surroundings.of(text, start, end).name(SPANISH_CUES));
    }

    /** A Brazilian company number with letters, as written: {@code 12.ABC.345/01DE-35}. */
    private static Optional<SensitiveFinding> company(String text, int start) {
        int end = start + 18;
        if (end > text.length() || text.charAt(start + 2) != '.' || text.charAt(start + 6) != '.' || text.charAt(start + 10) != '/'
            || text.charAt(start + 15) != '-' || end < text.length() && isWordCharacter(text.charAt(end))) {
            return Optional.empty();
        }
        String bare = text.substring(start, start + 2) + text.substring(start + 3, start + 6) + text.substring(start + 7, start + 10)
            + text.substring(start + 11, start + 15) + text.substring(start + 16, end);
        for (int i = 0; i < 14; i++) {
            if (!isDigit(bare.charAt(i)) && (i > 11 || !isLetter(bare.charAt(i)))) {
                return Optional.empty();
            }
        }
        return CheckDigits.cnpj(bare) ? finding(SensitiveKind.BR_CNPJ, start, end) : Optional.empty();
    }

    private static Optional<SensitiveFinding> finding(SensitiveKind kind, int start, int end) {
        return Optional.of(new SensitiveFinding(kind, new TextSpan(start, end)));
    }

    private static boolean allDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
