package dev.llmagents.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiMaskerTest {
    private static final List<String> PEOPLE = List.of("Anna Berg", "Lars-Åke Öhman", "Will", "Bo");

    private static String masked(String text, String... people) {
        return new PiiMasker(List.of(people)).mask(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Berg: hello|[PERSON_1]: hello",
                "Thanks, Anna.|Thanks, [PERSON_1_1].",
                "Mrs Berg is late|Mrs [PERSON_1_2] is late",
                "ANNA BERG and anna|[PERSON_1] and [PERSON_1_1]",
                "annas väska, Annas bil|[PERSON_1_1]s väska, [PERSON_1_1]s bil",
                "Anna's car, Anna’s car|[PERSON_1_1]'s car, [PERSON_1_1]’s car",
                "Anna Bergs rapport|[PERSON_1]s rapport",
                "anna.berg, anna_berg, annaberg, @annaberg|[PERSON_1], [PERSON_1], [PERSON_1], @[PERSON_1]",
                "Anna-projektet|[PERSON_1_1]-projektet",
                "Annabelle and Bergen and Susanna|Annabelle and Bergen and Susanna",
                "Lars-Åke Öhman, Lars Åke Öhman|[PERSON_1], [PERSON_1]",
                "Lars-Åke and Lars and Öhman|[PERSON_1_1] and [PERSON_1_2] and [PERSON_1_4]",
                "lars-ake ohman|[PERSON_1]",
                "Will you come? will you?|[PERSON_1] you come? will you?",
                "Bo, bor du i ett bo?|[PERSON_1], bor du i ett bo?",
                "över ett berg|över ett berg",
                "An\u00adna and A\u0301nna|[PERSON_1_1] and [PERSON_1_1]",
            })
    void masks_the_people_of_the_input_however_they_are_written(String text, String expected) {
        assertEquals(expected, new PiiMasker(PEOPLE).mask(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "850709\u00a09805",
                "850709 - 9805",
                "8507\u200b09-98\u200b05",
                "850709\u20119805",
                "850709\u22129805",
                "\uff18\uff15\uff10\uff17\uff10\uff19\uff0d\uff19\uff18\uff10\uff15",
                "850709-\n9805",
                "850709-\r\n9805",
                "tenant\u200b.one@example\u200b.com",
                "tenant.one @ example.com",
                "tenant.one@\nexample.com",
                "tenant.one\uff20example.com",
                "\uff10\uff17\uff10\uff0d\uff11\uff12\uff13 \uff14\uff15 \uff16\uff17",
                "0046 70 123 45 67",
                "+46 (0)70-123 45 67",
                "070.123.45.67",
                "SE45 5000 0000\n0583 9825 7466",
                "\uff33\uff25\uff14\uff15 5000 0000 0583 9825 7466",
                "se45-5000-0000-0583-9825-7466",
                "4111.1111.1111.1111",
                "4111 1111\n1111 1111",
                "4111\u200b 1111\u200b 1111 1111",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
            })
    void a_number_or_address_is_one_however_it_is_spelled(String value) {
        PiiMasker masker = new PiiMasker(List.of());
        String text = "her own: " + value + ", she said";
        String masked = masker.mask(text);
        assertTrue(masked.matches("her own: \\[[A-Z]+_1\\], she said"), masked);
        assertEquals(text, masker.restore(masked));
    }

    @Test
    void the_lines_of_a_transcript_and_the_columns_of_a_table_are_no_wrapped_number() {
        for (String text : List.of(
                "11 A: by 070-123\n12 B: 45 67 of them",
                "4010\n4111\n4112\n5010",
                "12 A: it was in 2025\n13 B: and 2026",
                "see page 4\n5 is next",
                "mail me at work@\n")) {
            assertEquals(text, masked(text));
        }
    }

    @Test
    void numbers_follow_the_first_appearance_over_all_texts_of_a_request() {
        PiiMasker masker = new PiiMasker(PEOPLE);
        assertEquals("[PERSON_1] [EMAIL_1]", masker.mask("Bo b@example.com"));
        assertEquals(
                "[EMAIL_2] [PERSON_2] [PERSON_1] [EMAIL_1]", masker.mask("a@example.com Anna Berg Bo B@EXAMPLE.COM"));
        assertEquals(Map.of(PiiKind.PERSON, 2, PiiKind.EMAIL, 2), masker.counts());
    }

    @Test
    void a_first_name_that_two_people_bear_points_at_neither() {
        assertEquals(
                "[PERSON_1] and [PERSON_2]: [PERSON_3], [PERSON_2_2]",
                masked("Anna Berg and Anna Lind: Anna, Lind", "Anna Berg", "Anna Lind"));
    }

    @Test
    void a_short_form_beside_a_single_long_one_is_the_same_person() {
        assertEquals("[PERSON_1_1]: I am [PERSON_1]", masked("Anna: I am Anna Berg", "Anna", "Anna Berg"));
    }

    @Test
    void titles_stay_and_what_stands_in_brackets_is_a_party() {
        assertEquals(
                "Dr [PERSON_1] ([PARTY_1]) of [PARTY_1]", masked("Dr Anna Berg (Acme) of Acme", "Dr Anna Berg (Acme)"));
        assertEquals("Right Hon. [PERSON_1] is right", masked("Right Hon. Ann Onym is right", "Right Hon. Ann Onym"));
        assertEquals("[PARTY_1] owns data", masked("Nordic Data AB owns data", "Nordic Data AB"));
    }

    @Test
    void names_in_scripts_without_blanks_are_found_inside_words() {
        assertEquals("[PERSON_1]说你好", masked("王伟说你好", "王伟"));
    }

    @Test
    void a_line_end_as_json_writes_it_hides_no_value() {
        assertEquals(
                "{\"a\":\"x\\n[PERSON_1_1]\\n[PHONE_1]\\n[EMAIL_1]\\t[PERSON_1_1]\"}",
                masked("{\"a\":\"x\\nAnna\\n0701234567\\nx@example.com\\tAnna\"}", "Anna Berg"));
    }

    @Test
    void a_nickname_in_quotes_survives_the_way_through_json() {
        PiiMasker masker = new PiiMasker(List.of("Bo \"Bosse\" Ek"));
        assertEquals("[PERSON_1]: hej", masker.mask("Bo \"Bosse\" Ek: hej"));
        assertEquals("{\"owner\":\"[PERSON_1]\"}", masker.mask("{\"owner\":\"Bo \\\"Bosse\\\" Ek\"}"));
        assertEquals("{\"owner\":\"Bo \\\"Bosse\\\" Ek\"}", masker.restoreJson("{\"owner\":\"[PERSON_1]\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[PERSON_1_1] said", "[person_1_1] said", "PERSON_1_1 said", "person_1_1 said", "[PERSON_1_1 said",
                "PERSON_1_1] said", "[ PERSON_1_1 ] said", "[PERSON\\_1\\_1] said", "[Person-1_1] said",
                        "[PERSON 1_1] said"
            })
    void marks_are_read_as_models_rewrite_them(String answer) {
        PiiMasker masker = new PiiMasker(PEOPLE);
        masker.mask("Anna");
        assertEquals("Anna said", masker.restore(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[PERSON_1, PERSON_2]|[Will, Bo]",
                "([PERSON_1])|(Will)",
                "[[PERSON_1]]|[Will]",
                "[\"[PERSON_1]\",\"PERSON_2\"]|[\"Will\",\"Bo\"]",
                "[PERSON_1]s väska, PERSON_2s|Wills väska, Bos",
                "[PERSON_12]|[PERSON_12]",
                "[PERSON_3] [PHONE_1]|[PERSON_3] [PHONE_1]",
                "the person 1 said, in person|the person 1 said, in person",
                "XPERSON_1|XPERSON_1",
                "x\\nPERSON_1|x\\nWill",
            })
    void what_is_no_mark_of_the_request_stays(String answer, String expected) {
        PiiMasker masker = new PiiMasker(PEOPLE);
        masker.mask("Will and Bo");
        assertEquals(expected, masker.restore(answer));
    }

    @Test
    void text_that_looks_like_a_mark_comes_back_as_it_was() {
        PiiMasker masker = new PiiMasker(PEOPLE);
        String text = "[PERSON_1] met Anna and person_1, [PHONE_2 and 0701234567, [literal_1]";
        String masked = masker.mask(text);
        assertEquals("[LITERAL_1] met [PERSON_1_1] and [LITERAL_2], [LITERAL_3] and [PHONE_1], [LITERAL_4]", masked);
        assertEquals(text, masker.restore(masked));
        assertEquals(Map.of(PiiKind.PERSON, 1, PiiKind.PHONE, 1), masker.counts());
    }

    @Test
    void one_mark_for_all_spellings_of_a_number_and_the_first_one_back() {
        PiiMasker masker = new PiiMasker(List.of());
        assertEquals(
                "[PHONE_1] [PHONE_1] [PERSONNUMMER_1] [PERSONNUMMER_1]",
                masker.mask("0701234567 070-123 45 67 850709-9805 198507099805"));
        assertEquals("0701234567 850709-9805", masker.restore("[PHONE_1] [PERSONNUMMER_1]"));
    }

    /** Texts of words, names and values in any order: nothing personal stays, and all comes back. */
    @Test
    void masking_and_restoring_gives_back_every_text() {
        List<String> values = List.of(
                "850709-9805",
                "701063-2391",
                "anna.b@example.com",
                "070-123 45 67",
                "+1 415 555 2671",
                "SE45 5000 0000 0583 9825 7466",
                "4111 1111 1111 1111",
                "5805-6201",
                "556012-5790",
                "28 65 43-4");
        List<String> names = List.of("Anna Berg", "Anna", "Berg", "Lars-Åke Öhman", "Lars-Åke", "Öhman", "Will", "Bo");
        List<String> words = List.of(
                "the",
                "gate",
                "will",
                "2026-02-09",
                "kl",
                "10.30",
                "1 250 000 kr",
                "[PERSON_1]",
                "[",
                "]",
                "PHONE_2",
                "bergen",
                "\"",
                "\\",
                "\\n",
                "möte",
                "person",
                "12",
                "Annabelle");
        List<String> between = List.of(" ", ", ", "\n", ": ", " (", ") ", "; ", ". ");
        Random random = new Random(20260209);
        for (int round = 0; round < 4_000; round++) {
            PiiMasker masker = new PiiMasker(PEOPLE);
            StringBuilder text = new StringBuilder();
            List<String> used = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                List<String> from = random.nextInt(3) == 0 ? words : random.nextBoolean() ? values : names;
                String piece = from.get(random.nextInt(from.size()));
                if (from != words) {
                    used.add(piece);
                }
                text.append(piece).append(between.get(random.nextInt(between.size())));
            }
            String masked = masker.mask(text.toString());
            assertEquals(text.toString(), masker.restore(masked));
            for (String value : used) {
                boolean there = names.contains(value) ? hasWord(masked, value) : masked.contains(value);
                assertFalse(there, () -> value + " is in " + masked + " of " + text);
            }
        }
    }

    private static boolean hasWord(String text, String word) {
        for (String part : text.split("[^\\p{L}]+", -1)) {
            if (part.equals(word)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void restoring_never_fails_whatever_a_model_writes() {
        PiiMasker masker = new PiiMasker(PEOPLE);
        masker.mask("Anna Will Bo 0701234567");
        Random random = new Random(5);
        String alphabet = "[]PERSON_12 personPHONEphone,\\\"-{}:";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            masker.restore(text.toString());
            masker.mask(text.toString());
        }
    }

    @Test
    void the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("[PERSON_1] [EMAIL_1]", masked("IRINA IVANOVA I@EXAMPLE.COM", "Irina Ivanova"));
            PiiMasker masker = new PiiMasker(List.of());
            assertEquals(
                    "I@EXAMPLE.COM", masker.restore(masker.mask("I@EXAMPLE.COM").toLowerCase(Locale.ROOT)));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[PERSON_", "Anna ", "anna", "\\n", "P", "[PERSON_1] ", "a_b.c-d ", "x"})
    void giant_lines_are_masked_in_a_moment(String pattern) {
        String line = pattern.repeat(1_000_000 / pattern.length());
        assertTimeout(Duration.ofSeconds(20), () -> {
            PiiMasker masker = new PiiMasker(PEOPLE);
            String masked = masker.mask(line);
            assertEquals(
                    line.replace("anna", "Anna").length(),
                    masker.restore(masked).length());
        });
    }

    @Test
    void terms_may_be_anything() {
        PiiMasker masker =
                new PiiMasker(List.of("", " ", "(", "()", "-", "1", "[PERSON_1]", "((Anna)", "A", "\n", "…", "Dr"));
        assertTrue(masker.mask("Anna, 1 and A").contains("and [PERSON_"), () -> masker.mask("Anna, 1 and A"));
    }
}
