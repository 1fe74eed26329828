package io.plumbline.signals.sensitive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sentences with numbers that look like a person's and are none, as shops, offices, programs and laboratories write them in many countries. */
final class LookAlikes {

    private final Random random;

    LookAlikes(long seed) {
        random = new Random(seed);
    }

    /** By kind, so many of each. */
    Map<String, List<String>> all(int each) {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("order number", () -> pick("Order #%s has shipped.", "Your order number is %s.", "Ihre Bestellnummer lautet %s.", "Votre commande n° %s est prête.",
            "Su pedido %s ha salido.", "O pedido %s foi enviado.", "Ordine n. %s spedito.", "订单号 %s 已发货。", "注文番号は %s です。", "Bestelling %s is onderweg.")
            .formatted(pick(digits(3) + "-" + digits(7) + "-" + digits(7), digits(9), digits(10), digits(11), digits(12), "SO-" + digits(8), digits(4) + "-" + digits(6))));
        kinds.put("invoice id", () -> pick("Invoice %s is due on Friday.", "Rechnung Nr. %s vom 3. Mai.", "Facture %s réglée.", "Factura %s pagada.", "Fattura n. %s.",
            "Fatura nº %s.", "发票号码 %s。", "请求書番号 %s。").formatted(pick("INV-" + digits(4) + "-" + digits(6), "RE" + digits(8), digits(4) + "/" + digits(6), digits(8),
                digits(10), "F" + digits(4) + "-" + digits(5), digits(3) + "-" + digits(3) + "-" + digits(6))));
        kinds.put("ISBN 13", () -> pick("ISBN %s", "the book (ISBN: %s)", "ISBN-13 %s, paperback", "See %s for the second edition.").formatted(isbn13()));
        kinds.put("ISBN 10", () -> pick("ISBN %s", "ISBN-10: %s", "ISBN %s, 1998").formatted(isbn10()));
        kinds.put("ISSN and DOI", () -> pick("ISSN " + digits(4) + "-" + digits(4), "doi:10." + digits(4) + "/" + digits(6) + "." + digits(4),
            "https://doi.org/10." + digits(4) + "/s" + digits(5) + "-" + digits(3) + "-" + digits(5), "arXiv:" + digits(4) + "." + digits(5)));
        kinds.put("version", () -> pick("Upgrade to %s now.", "version %s", "v%s is out", "Chrome/%s", "requires glibc >= %s", "firmware %s", "Release %s fixes it.",
            "pip install lib==%s").formatted(pick(number(1, 30) + "." + number(0, 30) + "." + number(0, 99), number(90, 140) + ".0." + digits(4) + "." + number(1, 200),
                number(1, 12) + "." + number(0, 12) + "." + number(0, 12) + "." + number(0, 250), digits(4) + "." + number(1, 12) + "." + number(1, 28))));
        kinds.put("time", () -> pick("at %s sharp", "from %s on", "Termin um %s Uhr", "à %s précises", "a las %s", "%s まで").formatted(
            pick(two(24) + ":" + two(60), two(24) + ":" + two(60) + ":" + two(60), two(24) + "." + two(60), two(24) + "h" + two(60),
                two(24) + ":" + two(60) + "-" + two(24) + ":" + two(60), two(24) + ":" + two(60) + ":" + two(60) + "." + digits(6))));
        kinds.put("date", () -> pick("on %s", "born in the year of %s", "valid until %s", "Stand: %s", "le %s", "%s, 14:30").formatted(
            pick(date("-"), two(28) + "." + two(12) + "." + digits(4), two(12) + "/" + two(28) + "/20" + two(30), "20" + two(30) + two(12) + two(28),
                two(28) + "-" + two(12) + "-20" + two(30), "20" + two(30) + "年" + number(1, 12) + "月" + number(1, 28) + "日")));
        kinds.put("hash", () -> pick("commit %s", "sha256: %s", "md5 %s", "ETag \"%s\"", "image@sha256:%s").formatted(hex(pick(7, 12, 32, 40, 64))));
        kinds.put("UUID", () -> pick("id %s", "request %s failed", "trace=%s", "urn:uuid:%s").formatted(new UUID(random.nextLong(), random.nextLong())));
        kinds.put("UUID without hyphens", () -> "session " + new UUID(random.nextLong(), random.nextLong()).toString().replace("-", ""));
        kinds.put("coordinates", () -> pick(decimal(90, 6) + ", " + decimal(180, 6), "lat " + decimal(90, 4) + " lon -" + decimal(180, 4),
            number(0, 89) + "°" + two(60) + "'" + two(60) + "\"N " + number(0, 179) + "°" + two(60) + "'" + two(60) + "\"E", "UTM 32U " + digits(6) + " " + digits(7),
            "[" + decimal(180, 7) + ",-" + decimal(90, 7) + "]", "geo:" + decimal(90, 5) + "," + decimal(180, 5)));
        kinds.put("tracking number", () -> pick("Tracking number %s", "Sendungsnummer %s", "Numéro de suivi %s", "número de seguimiento %s", "运单号 %s").formatted(
            pick("1Z" + hex(6).toUpperCase(Locale.ROOT) + digits(10), digits(12), digits(20), digits(4) + " " + digits(4) + " " + digits(4) + " " + digits(4) + " "
                + digits(4) + " " + digits(2), "RR" + digits(9) + "DE", "JD" + digits(16))));
        kinds.put("product code", () -> pick("EAN %s", "UPC %s", "GTIN %s", "SKU %s", "part no. %s", "Art.-Nr. %s", "réf. %s", "Modell %s").formatted(
            pick(digits(13), digits(12), digits(8), digits(3) + "-" + digits(3) + "-" + digits(4), digits(4) + "-" + digits(4), digits(3) + "." + digits(3) + "." + digits(2),
                "AB-" + digits(5) + "-C")));
        kinds.put("customer number", () -> pick("Kundennummer %s", "customer no. %s", "numéro client %s", "número de cliente %s", "member ID %s", "客户编号 %s",
            "Ticket #%s", "case %s", "Aktenzeichen %s", "dossier %s", "réservation %s", "booking reference %s", "claim %s").formatted(
            pick(digits(6), digits(8), digits(10), digits(3) + " " + digits(3) + " " + digits(3), digits(2) + "-" + digits(4) + "-" + digits(4), digits(5) + "/" + two(30),
                digits(3) + "-" + digits(3) + "-" + digits(4))));
        kinds.put("money", () -> pick("$" + grouped(","), "EUR " + grouped("."), grouped(" ") + " kr", "¥" + grouped(","), "R$ " + grouped("."), "CHF " + grouped("'"),
            "Rs " + digits(2) + "," + two(100) + "," + digits(3), "revenue of " + grouped(",") + " dollars", "£" + digits(4) + "." + two(100)));
        kinds.put("statistics", () -> pick("mean " + decimal(9, 4) + " (95% CI " + decimal(9, 3) + "-" + decimal(9, 3) + ")", "n = " + digits(5) + ", p = 0.0" + digits(3),
            "population " + grouped(","), "Einwohner: " + grouped("."), "habitants: " + grouped(" "), "π ≈ 3.14159265358979", decimal(9, 3) + "e-" + number(1, 30),
            "scores: " + digits(3) + " " + digits(3) + " " + digits(4), "values " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2)));
        kinds.put("measurements", () -> pick(digits(4) + " x " + digits(4) + " px", number(1, 99) + "-" + number(1, 99) + " mm, " + digits(3) + " kg", digits(3) + "/" + digits(2)
            + " mmHg", "195/65 R15 91H", number(100, 999) + " 000 000 m²", "f/" + decimal(9, 1) + " 1/" + digits(3) + " s ISO " + digits(4), "5-10-15-20 rule"));
        kinds.put("network", () -> pick("192.168." + number(0, 255) + "." + number(0, 255), "10.0." + number(0, 255) + "." + number(0, 255) + ":8080", "127.0.0.1", "::1",
            "172.16." + number(0, 255) + ".1/24", "fe80::" + hex(4) + ":" + hex(4), mac(":"), mac("-"), "port " + digits(5), "255.255.255.0", "203.0.113." + number(1, 254),
            "AS" + digits(5), "0.0.0.0", "239.255.255.250"));
        kinds.put("time stamp", () -> pick("at " + (1_600_000_000L + random.nextInt(150_000_000)), "ts=" + (1_600_000_000_000L + (long) (random.nextDouble() * 1e11)),
            date("-") + "T" + two(24) + ":" + two(60) + ":" + two(60) + "Z", "[" + two(24) + ":" + two(60) + ":" + two(60) + "] pid " + digits(5),
            "20" + two(30) + two(12) + two(28) + two(24) + two(60) + two(60), date("/") + " " + two(24) + ":" + two(60) + ":" + two(60) + " +0200"));
        kinds.put("public paragraph", () -> pick("§ " + number(1, 900) + " Abs. 2 BGB", "Art. " + number(1, 99) + "(1)(f)", "18 U.S.C. § " + digits(4), "RFC " + digits(4),
            "ISO " + digits(4) + "-" + number(1, 9) + ":20" + two(30), "case C-" + digits(3) + "/" + two(30), "BVerfG, 1 BvR " + digits(4) + "/" + two(30), "CVE-20" + two(30) + "-" + digits(5),
            "CAS " + digits(4) + "-" + two(100) + "-" + number(0, 9), "NCT" + digits(8), "PMID: " + digits(8), "patent US " + digits(1) + "," + digits(3) + "," + digits(3)));
        kinds.put("phone-like id", () -> pick("build " + digits(3) + "-" + digits(4), "room 415-2671", "flight " + digits(4), "model 800-" + digits(4), "lot " + digits(3) + "-"
            + digits(3) + "-" + digits(4), "serial " + digits(3) + "-" + digits(3) + "-" + digits(4), "part number 020 " + digits(4) + " " + digits(4),
            "SIRET " + digits(3) + " " + digits(3) + " " + digits(3) + " " + digits(5), "Matrikelnummer " + digits(7), "numéro d'article 06 " + two(100) + " " + two(100)
            + " " + two(100) + " " + two(100), "PLZ " + digits(5) + " Berlin", "code postal " + digits(5), "CEP " + digits(5) + "-" + digits(3), "ZIP " + digits(5) + "-" + digits(4),
            "HRB " + digits(6), "BLZ " + digits(3) + " " + digits(3) + " " + two(100), "ABN " + digits(2) + " " + digits(3) + " " + digits(3) + " " + digits(3),
            "Lizenz " + digits(5) + "-" + digits(5) + "-" + digits(5), "meter reading 0" + digits(4) + " " + digits(3), "locker 03-" + digits(4) + "-" + digits(4),
            "编号 " + digits(11), "受付番号 " + digits(3) + "-" + digits(4) + "-" + digits(4), "ref 0" + digits(3) + " " + digits(6), "GSTIN 22AAAAA0000A1Z5"));
        kinds.put("source code", () -> pick("int[] a = {" + digits(3) + ", " + digits(3) + ", " + digits(4) + "};", "const K = 0x" + hex(16) + ";", "color: #" + hex(6) + ";",
            "margin: 10px 20px 30px 40px", "x = " + digits(10) + " % " + digits(9), "chmod 0755 file", "sleep(" + digits(5) + ")", "seed=" + digits(9), "matrix(1, 0, 0, 1, "
            + digits(3) + ", " + digits(3) + ")", "git@github.com:owner/repo.git", "user@localhost", "@param value", "name@2.1." + number(0, 99), "scp file host:/tmp/a"));
        kinds.put("sport and play", () -> pick("won 6-4 3-6 7-6 6-3", "score " + digits(3) + "-" + digits(3), "4-3-3 and 4-2-3-1", "lottery 04 17 23 31 38 44", "odds 11/4",
            "1-800 metres", "Sudoku 5 3 4 6 7 8 9 1 2", "chess 1. e4 e5 2. Nf3", "lap 1:23.456", "bingo 12 34 56 78 90"));
        Map<String, List<String>> sentences = new LinkedHashMap<>();
        kinds.forEach((name, sentence) -> sentences.put(name, Stream.generate(sentence).limit(each).toList()));
        return sentences;
    }

    @SafeVarargs
    private <T> T pick(T... options) {
        return options[random.nextInt(options.length)];
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String hex(int count) {
        StringBuilder hex = new StringBuilder();
        while (hex.length() < count) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    private int number(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private String two(int below) {
        return String.format(Locale.ROOT, "%02d", random.nextInt(below));
    }

    private String date(String between) {
        return "20" + two(30) + between + String.format(Locale.ROOT, "%02d", number(1, 12)) + between + String.format(Locale.ROOT, "%02d", number(1, 28));
    }

    private String decimal(int below, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", random.nextDouble() * below);
    }

    private String grouped(String between) {
        return number(1, 999) + between + String.format(Locale.ROOT, "%03d", random.nextInt(1000)) + between + String.format(Locale.ROOT, "%03d", random.nextInt(1000));
    }

    private String mac(String between) {
        return Stream.generate(() -> hex(2).toUpperCase(Locale.ROOT)).limit(6).reduce((a, b) -> a + between + b).orElseThrow();
    }

    private String isbn13() {
        String twelve = pick("978", "979") + digits(9);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        String all = twelve + (10 - sum % 10) % 10;
        return pick(all, all.substring(0, 3) + "-" + all.substring(3, 4) + "-" + all.substring(4, 8) + "-" + all.substring(8, 12) + "-" + all.substring(12),
            all.substring(0, 3) + " " + all.substring(3, 4) + " " + all.substring(4, 7) + " " + all.substring(7, 12) + " " + all.substring(12));
    }

    private String isbn10() {
        String nine = digits(9);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        String all = nine + (check == 10 ? "X" : check);
        return pick(all, all.substring(0, 1) + "-" + all.substring(1, 4) + "-" + all.substring(4, 9) + "-" + all.substring(9));
    }
}
