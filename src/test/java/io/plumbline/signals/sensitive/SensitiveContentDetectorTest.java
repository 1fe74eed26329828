package io.plumbline.signals.sensitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveContentDetectorTest {

    private final SensitiveContentDetector detector = new SensitiveContentDetector();

    /** Specimens from public documentation: card schemes' test numbers, the IBAN registry's examples, RFCs, the services' own pages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "Contact jane.doe@example.com today. | EMAIL | jane.doe@example.com",
        "<o'brien+news@mail.example.co.uk>, | EMAIL | o'brien+news@mail.example.co.uk",
        "Call +1 202-555-0143 now | PHONE | +1 202-555-0143",
        "Call (202) 555-0143 now | PHONE | (202) 555-0143",
        "Ruf +49 30 1234 5678 an | PHONE | +49 30 1234 5678",
        "Ruf +49 (0)30 12345678 an | PHONE | +49 (0)30 12345678",
        "Mein Handy: 0151 23456789. | PHONE | 0151 23456789",
        "Mon numéro de téléphone est le 06 12 34 56 78 | PHONE | 06 12 34 56 78",
        "phone 020 7946 0018 | PHONE | 020 7946 0018",
        "card 4111 1111 1111 1111, thanks | CARD | 4111 1111 1111 1111",
        "card 4012888888881881. | CARD | 4012888888881881",
        "pay with 5555-5555-5555-4444 | CARD | 5555-5555-5555-4444",
        "3782 822463 10005 | CARD | 3782 822463 10005",
        "4111 1111 1111 1111 12/27 | CARD | 4111 1111 1111 1111",
        "3530111333300000 | CARD | 3530111333300000",
        "30569309025904 | CARD | 30569309025904",
        "IBAN DE89 3704 0044 0532 0130 00 please | IBAN | DE89 3704 0044 0532 0130 00",
        "GB82WEST12345698765432 | IBAN | GB82WEST12345698765432",
        "FR14 2004 1010 0505 0001 3M02 606. | IBAN | FR14 2004 1010 0505 0001 3M02 606",
        "NL91ABNA0417164300, ok | IBAN | NL91ABNA0417164300",
        "from 84.112.9.200 port 80 | IP_ADDRESS | 84.112.9.200",
        "host 2a00:1450:4001:82f::200e up | IP_ADDRESS | 2a00:1450:4001:82f::200e",
        "SSN 536-90-4399 | US_SSN | 536-90-4399",
        "social security number: 536904399 | US_SSN | 536904399",
        "AB 12 34 56 C | UK_NINO | AB 12 34 56 C",
        "my NI number is AB123456C. | UK_NINO | AB123456C",
        "NHS number 943 476 5919 | UK_NHS | 943 476 5919",
        "Steuer-ID 86095742719 | DE_TAX_ID | 86095742719",
        "86 095 742 719 | DE_TAX_ID | 86 095 742 719",
        "2 55 08 14 168 025 38 | FR_NIR | 2 55 08 14 168 025 38",
        "255081416802538 | FR_NIR | 255081416802538",
        "DNI 12345678Z | ES_DNI | 12345678Z",
        "X1234567L | ES_DNI | X1234567L",
        "codice RSSMRA85T10A562S | IT_TAX_CODE | RSSMRA85T10A562S",
        "BSN 111222333 | NL_BSN | 111222333",
        "529.982.247-25 | BR_CPF | 529.982.247-25",
        "CPF 52998224725 | BR_CPF | 52998224725",
        "11.222.333/0001-81 | BR_CNPJ | 11.222.333/0001-81",
        "12.ABC.345/01DE-35 | BR_CNPJ | 12.ABC.345/01DE-35",
        "PESEL 44051401359 | PL_PESEL | 44051401359",
        "811218-9876 | SE_PERSON_NUMBER | 811218-9876",
        "Aadhaar 2341 2341 2346 | IN_AADHAAR | 2341 2341 2346",
        "11010519491231002X | CN_RESIDENT_ID | 11010519491231002X",
        "NIR 1 84 01 2A 004 087 77. | FR_NIR | 1 84 01 2A 004 087 77",
        "184012A00408777 | FR_NIR | 184012A00408777",
        "701063-2391 | SE_PERSON_NUMBER | 701063-2391",
        "NIE Y1234567X | ES_DNI | Y1234567X",
        "My case manager is at 212-867-5309 | PHONE | 212-867-5309",
        "our client, phone 212-867-5309 | PHONE | 212-867-5309",
        "mail git@example.com please | EMAIL | git@example.com",
        "see http://84.112.9.200/x | IP_ADDRESS | 84.112.9.200",
        "key AKIAIOSFODNN7EXAMPLE here | AWS_KEY | AKIAIOSFODNN7EXAMPLE",
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | AWS_KEY | wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "token=ghp_16C7e42F292c6912E7710c838347Ae178B4a | GITHUB_TOKEN | ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe | GOOGLE_KEY | AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9 | JWT | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9"})
    void sensitiveContentIsFoundWithItsPlace(String text, SensitiveKind kind, String found) {
        assertThat(detector.find(text)).singleElement().satisfies(data -> assertThat(data.kind()).isEqualTo(kind))
            .satisfies(data -> assertThat(text.substring(data.span().start(), data.span().end())).isEqualTo(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card 4111 1111 1111 1112", "0000 0000 0000 0000", "order 123456789", "version 1.2.3.4", "192.168.0.17",
        "999.1.2.3", "2026-05-01 12:00", "pi is 3.14159265358979", "a@b", "me@home", "the year 2024", "1.2.3.4.5.6", "call 911",
        "order no. 4111111111111111", "v10.12.14.16", "Chrome version 120.0.6099.109", "ISBN 978-3-16-148410-0", "9783161484100",
        "37.774929, -122.419416", "550e8400-e29b-41d4-a716-446655440000", "12:30:45", "d41d8cd98f00b204e9800998ecf8427e",
        "0xdeadbeef12345678", "2024-05-12T10:22:33.123456789Z", "1700000000", "1700000000000", "GB82WEST12345698765431", "std::vector<int>",
        "the ratio 1:2:3:4", "10.1000/182", "192.0.2.44", "2001:db8::1", "00:1A:2B:3C:4D:5E", "2341 2341 2346", "86095742719",
        "1 2 3 4 5 6 7 8 9 10 11 12", "see pages 120-125, 200-210", "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "078-05-1120",
        "666-12-1234", "BG 12 34 56 C", "12345678A", "$1,234,567,890", "1234567890%", "@media screen and (max-width: 600px)", "@Override",
        "ghp_short", "IMEI 490154203237518", "5,294,967,296", "2147483647", "DNI 12345678A", "PESEL 44051401358", "BSN 111222334",
        "NHS number 943 476 5918", "529.982.247-24", "11.222.333/0001-80", "RSSMRA85T10A562T", "255081416802539", "811218-9875",
        "Aadhaar 2341 2341 2347", "110105194912310021", "Steuer-ID 86095742718", "184012A00408778", "1 84 01 2A 004 087 78", "701063-2392", "NIE Y1234567A", "12.ABC.345/01DE-36", "lot 414-907-5890", "pip install lib==12.10.11.172",
        "client no. 508-659-6509", "git@github.com:owner/name.git", "Chrome/12.2.9.215", "requires glibc >= 5.0.7.136", "-----BEGIN CERTIFICATE-----"})
    void whatOnlyLooksSensitiveIsNot(String text) {
        assertThat(detector.find(text)).isEmpty();
    }

    @Test
    void aPrivateKeyIsFoundFromFrameToFrame() {
        String text = "Here:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1234\n-----END RSA PRIVATE KEY-----\nKeep it.";
        assertThat(detector.find(text)).singleElement().satisfies(data -> {
            assertThat(data.kind()).isEqualTo(SensitiveKind.PRIVATE_KEY);
            assertThat(text.substring(data.span().start(), data.span().end())).startsWith("-----BEGIN").endsWith("KEY-----");
        });
    }

    @Test
    void codeIsFoundFencedOrNotAndSecretsInsideItToo() {
        assertThat(detector.find("Try\n```python\nprint('a')\n```\n")).extracting(SensitiveFinding::kind).containsExactly(SensitiveKind.CODE);
        assertThat(detector.find("int a = 1;\nint b = 2;\nint c = a + b;\nDone")).extracting(SensitiveFinding::kind).containsExactly(SensitiveKind.CODE);
        assertThat(detector.find("```\nmail = \"jane@example.com\"\n```")).extracting(SensitiveFinding::kind)
            .containsExactly(SensitiveKind.CODE, SensitiveKind.EMAIL);
        assertThat(detector.find("He came; she left;\nthey stayed.")).isEmpty();
    }

    @Test
    void severalPiecesComeInTheirOrder() {
        assertThat(detector.find("Contact jane.doe@example.com or +1 202-555-0143, card 4111111111111111.")).extracting(SensitiveFinding::kind)
            .isEqualTo(List.of(SensitiveKind.EMAIL, SensitiveKind.PHONE, SensitiveKind.CARD));
    }

    /** The limit is a hundred times what it takes; a pattern that goes back over its text would need hours. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "@", "a@", "a.@", "eyJ.", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "tel 1 2 3 4 5 6 7 8 9 ", "+1 2 ",
        "4111 ", "DE89 ", "a:", "1:", "1.1.", "`", "```", ";\n", "a1-", "AB 12 ", "phone (1) ", "-", "A1", "sk-", "\u0660", "12.345.678/"})
    void aMegabyteOfAnythingIsReadInTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> detector.find(text));
    }
}
