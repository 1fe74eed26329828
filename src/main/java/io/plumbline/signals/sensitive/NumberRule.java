package io.plumbline.signals.sensitive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How one kind of number is told from the many numbers that are none of its kind. A number written in a layout of its own counts where its
 * check holds; one written as a bare run of digits, or whose check one number in ten passes by chance, needs a word beside it that says
 * what it is.
 *
 * @param kind     what is found
 * @param own      layouts that stand for themselves: sizes of the groups with the separators between them
 * @param named    layouts that count where a cue word is near
 * @param check    whether the bare digits are such a number
 * @param cues     words that say so, lower case
 */
record NumberRule(SensitiveKind kind, Set<String> own, Set<String> named, Predicate<String> check, Set<String> cues) {

    /** Those that need a cue come first: with the cue beside them they are meant, whatever else the digits could be. */
    static final List<NumberRule> ALL = List.of(
        new NumberRule(SensitiveKind.UK_NHS, Set.of(), Set.of("10", "3 3 4", "3-3-4"), CheckDigits::nhs, Set.of("nhs")),
        new NumberRule(SensitiveKind.NL_BSN, Set.of(), Set.of("9", "3.3.3", "3 3 3", "4.2.3"), CheckDigits::bsn,
            Set.of("bsn", "burgerservicenummer", "sofinummer", "sofi-nummer", "citizen service number")),
        new NumberRule(SensitiveKind.IN_AADHAAR, Set.of(), Set.of("12", "4 4 4", "4-4-4"), NumberRule::isAadhaar,
            Set.of("aadhaar", "aadhar", "uidai", "आधार")),
        new NumberRule(SensitiveKind.PL_PESEL, Set.of(), Set.of("11"), NumberRule::isPesel, Set.of("pesel")),
        new NumberRule(SensitiveKind.DE_TAX_ID, Set.of("2 3 3 3"), Set.of("11", "2 3 3 3", "3 3 3 2"), CheckDigits::germanTaxId,
            Set.of("steuer-id", "steuer id", "steueridentifikationsnummer", "steuernummer", "identifikationsnummer", "idnr", "tax id", "tin")),
        new NumberRule(SensitiveKind.BR_CPF, Set.of("3.3.3-2"), Set.of("11", "9-2", "3 3 3 2"), CheckDigits::cpf, Set.of("cpf")),
        new NumberRule(SensitiveKind.BR_CNPJ, Set.of("2.3.3/4-2"), Set.of("14"), CheckDigits::cnpj, Set.of("cnpj")),
        new NumberRule(SensitiveKind.SE_PERSON_NUMBER, Set.of("6-4", "8-4"), Set.of("10", "12"), NumberRule::isPersonNumber,
            Set.of("personnummer", "personal identity number", "samordningsnummer", "pnr")),
        new NumberRule(SensitiveKind.US_SSN, Set.of("3-2-4"), Set.of("9", "3 2 4"), NumberRule::isSocialSecurity,
            Set.of("ssn", "social security", "social-security")),
        new NumberRule(SensitiveKind.FR_NIR, Set.of("15", "1 2 2 2 3 3 2", "13 2"), Set.of("1.2.2.2.3.3.2"), NumberRule::isNir, Set.of("nir",
            "sécurité sociale", "securite sociale", "numéro de sécu")),
        new NumberRule(SensitiveKind.CN_RESIDENT_ID, Set.of("18", "6 8 4"), Set.of(), NumberRule::isChineseResident, Set.of("身份证")),
        new NumberRule(SensitiveKind.CARD, Set.of("13", "14", "15", "16", "17", "18", "19", "4 4 4 4", "4-4-4-4", "4 6 5", "4-6-5", "4 6 4",
            "4 4 4 4 3", "4.4.4.4"), Set.of(), PaymentCards::isCard, Set.of("card")));

    /** Words that say that a number is something harmless, lower case. */
    static final Set<String> HARMLESS = Set.of("order", "invoice", "tracking", "ticket", "isbn", "imei", "serial", "parcel", "shipment", "bestellung",
        "commande", "pedido", "reference", "sku", "batch", "commit", "build", "version", "ean", "gtin", "doi", "timestamp");
    /** Words that say so only right before the number: a client has a phone, a client number is none. */
    static final Set<String> HARMLESS_LABELS = Set.of("upc", "part no", "part number", "art.-nr", "artikel", "artikelnummer", "article", "réf", "ref", "référence", "referencia", "model", "modell", "modèle",
        "modelo", "lot", "customer no", "customer number", "customer id", "kundennummer", "client", "cliente", "member id", "membership", "dossier", "claim",
        "case", "case number", "aktenzeichen", "booking", "reservation", "réservation", "reserva", "confirmation", "ordine", "fattura", "factura", "facture",
        "fatura", "rechnung", "bestelling", "receipt", "quote", "license", "licence", "lizenz", "patent", "编号", "订单", "订单号", "运单", "发票", "注文", "受付番号",
        "請求書");

    private static boolean isAadhaar(String digits) {
        return digits.charAt(0) >= '2' && CheckDigits.verhoeff(digits);
    }

    /** The century is part of the month: 80 for 18xx, 0 for 19xx, 20, 40 and 60 for the next ones. */
    private static boolean isPesel(String digits) {
        int month = number(digits, 2, 4);
        int century = month / 20 == 4 ? 1800 : 1900 + month / 20 * 100;
        return isDate(century + number(digits, 0, 2), month % 20, number(digits, 4, 6)) && CheckDigits.pesel(digits);
    }

    /** Coordination numbers have sixty added to the day. */
    private static boolean isPersonNumber(String digits) {
        String ten = digits.length() == 12 ? digits.substring(2) : digits;
        int year = digits.length() == 12 ? number(digits, 0, 4) : 2000 + number(ten, 0, 2);
        int day = number(ten, 4, 6);
        return year >= 1850 && isDate(year, number(ten, 2, 4), day > 60 ? day - 60 : day) && CheckDigits.luhn(ten);
    }

    /** What the administration never gives out, and numbers that were printed on specimen cards. */
    private static boolean isSocialSecurity(String digits) {
        int area = number(digits, 0, 3);
        return area != 0 && area != 666 && area < 900 && number(digits, 3, 5) != 0 && number(digits, 5, 9) != 0
            && !digits.equals("078051120") && !digits.equals("219099999");
    }

    private static boolean isNir(String characters) {
        int month = number(characters, 3, 5);
        return "12378".indexOf(characters.charAt(0)) >= 0 && (month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50)
            && CheckDigits.nir(characters);
    }

    static boolean isChineseResident(String characters) {
        int province = number(characters, 0, 2);
        int year = number(characters, 6, 10);
        return province >= 11 && province <= 82 && year >= 1880 && year < 2100
            && isDate(year, number(characters, 10, 12), number(characters, 12, 14)) && CheckDigits.chineseResident(characters);
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
