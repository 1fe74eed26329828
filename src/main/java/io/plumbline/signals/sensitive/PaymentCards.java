package io.plumbline.signals.sensitive;

/** Payment cards by the ranges and lengths that issuers use (ISO/IEC 7812 issuer identification numbers) and Luhn's check digit. */
final class PaymentCards {

    private PaymentCards() {
    }

    static boolean isCard(String digits) {
        return isIssued(digits) && digits.chars().distinct().count() > 1 && CheckDigits.luhn(digits);
    }

    private static boolean isIssued(String digits) {
        int length = digits.length();
        int four = Integer.parseInt(digits, 0, 4, 10);
        int six = Integer.parseInt(digits, 0, 6, 10);
        int two = four / 100;
        if (digits.charAt(0) == '4') {
            return length == 13 || length == 16 || length == 19;
        }
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
            return length == 16;
        }
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (four == 6011 || four / 10 >= 644 && four / 10 <= 649 || two == 65 || six >= 622126 && six <= 622925) {
            return length >= 16;
        }
        if (four >= 3528 && four <= 3589) {
            return length >= 16;
        }
        if (four / 10 >= 300 && four / 10 <= 305 || two == 36 || two == 38 || two == 39) {
            return length == 14 || length == 16 || length == 19;
        }
        if (two == 62) {
            return length >= 16;
        }
        return isMaestro(four) && length >= 13;
    }

    private static boolean isMaestro(int four) {
        return four == 5018 || four == 5020 || four == 5038 || four == 5893 || four == 6304 || four == 6759 || four >= 6761 && four <= 6763;
    }
}
