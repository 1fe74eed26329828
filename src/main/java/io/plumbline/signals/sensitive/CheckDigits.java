package io.plumbline.signals.sensitive;

/**
 * The check-digit rules of national identifiers and payment cards. Every method takes the bare characters, of the right length and
 * alphabet, and says whether the check holds; what a number means is decided elsewhere.
 */
final class CheckDigits {

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String CHINESE_CHECK = "10X98765432";
    private static final int[] CHINESE_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    /** Values of 0–9 and A–Z at odd places of the Italian tax code (decree of 23 December 1976). */
    private static final int[] ITALIAN_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8,
        12, 14, 16, 10, 22, 25, 24, 23};
    /** The dihedral group of order ten and the permutation of Verhoeff (1969). */
    private static final int[][] VERHOEFF_PRODUCT = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1}, {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    private static final int[][] VERHOEFF_PERMUTATION = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}};

    private CheckDigits() {
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static boolean verhoeff(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            check = VERHOEFF_PRODUCT[check][VERHOEFF_PERMUTATION[i % 8][digit(digits, digits.length() - 1 - i)]];
        }
        return check == 0;
    }

    /** Ten digits, weights 10 to 2, modulo 11; a check value of ten is never given out (NHS data dictionary). */
    static boolean nhs(String digits) {
        int check = 11 - weighted(digits, 9, 10) % 11;
        return check != 10 && (check == 11 ? 0 : check) == digit(digits, 9);
    }

    /** Nine digits, weights 9 to 2 and −1, divisible by 11. */
    static boolean bsn(String digits) {
        int sum = weighted(digits, 8, 9) - digit(digits, 8);
        return sum % 11 == 0 && sum != 0;
    }

    /** ISO 7064 modulo 11,10 over eleven digits; of the first ten, one digit occurs twice or three times and no other more than once. */
    static boolean germanTaxId(String digits) {
        int[] counts = new int[10];
        int product = 10;
        for (int i = 0; i < 10; i++) {
            counts[digit(digits, i)]++;
            int sum = (digit(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        int repeated = 0;
        for (int count : counts) {
            repeated += count > 1 ? 1 : 0;
            if (count > 3) {
                return false;
            }
        }
        return digit(digits, 0) != 0 && repeated == 1 && (11 - product) % 10 == digit(digits, 10);
    }

    /** Thirteen characters and the key 97 − n mod 97; Corsica writes 2A as 19 and 2B as 18. */
    static boolean nir(String characters) {
        String number = characters.substring(0, 5) + characters.substring(5, 7).replace("2A", "19").replace("2B", "18") + characters.substring(7);
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return 97 - Long.parseLong(number.substring(0, 13)) % 97 == Integer.parseInt(number.substring(13));
    }

    /** Eight digits, of which X, Y, Z stand for a first 0, 1, 2, and a letter by the remainder of 23. */
    static boolean dni(String characters) {
        int first = "XYZ".indexOf(characters.charAt(0));
        String number = first >= 0 ? first + characters.substring(1, 8) : characters.substring(0, 8);
        return DNI_LETTERS.charAt(Integer.parseInt(number) % 23) == characters.charAt(8);
    }

    /** Sixteen letters and digits, upper case. */
    static boolean italianTaxCode(String characters) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = characters.charAt(i);
            int value = c >= 'A' ? c - 'A' : c - '0';
            sum += i % 2 == 0 ? ITALIAN_ODD[c >= 'A' ? value + 10 : value] : value;
        }
        return characters.charAt(15) == 'A' + sum % 26;
    }

    /** Eleven digits with two check digits modulo 11; eleven equal digits pass and are no number. */
    static boolean cpf(String digits) {
        return digits.chars().distinct().count() > 1 && brazilian(digits, 9) && brazilian(digits, 10);
    }

    /** Fourteen characters with two check digits; letters, given out since July 2026, count by their code point less 48. */
    static boolean cnpj(String characters) {
        return characters.chars().distinct().count() > 1 && cnpj(characters, 12) && cnpj(characters, 13);
    }

    static boolean pesel(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += digit(digits, i) * PESEL_WEIGHTS[i];
        }
        return (10 - sum % 10) % 10 == digit(digits, 10);
    }

    /** ISO 7064 modulo 11-2 over seventeen digits and a digit or X (GB 11643-1999). */
    static boolean chineseResident(String characters) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += digit(characters, i) * CHINESE_WEIGHTS[i];
        }
        return CHINESE_CHECK.charAt(sum % 11) == characters.charAt(17);
    }

    private static boolean brazilian(String digits, int length) {
        return weighted(digits, length, length + 1) * 10 % 11 % 10 == digit(digits, length);
    }

    private static boolean cnpj(String characters, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (characters.charAt(i) - '0') * (2 + (length - 1 - i) % 8);
        }
        int rest = sum % 11;
        return (rest < 2 ? 0 : 11 - rest) == digit(characters, length);
    }

    /** Sum of the first so many digits, the first weighted so and each next one less. */
    private static int weighted(String digits, int length, int firstWeight) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += digit(digits, i) * (firstWeight - i);
        }
        return sum;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
