package dev.llmagents.team.svea.gdpr;

import dev.llmagents.team.svea.gdpr.ProcessingRecord.Entry;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Place;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.text.PhraseBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Looks through a register of processing: what art. 30.1 asks for, and what its words say about lawfulness. What the whole
 * register lacks is said once and not for every row. Immutable.
 */
public final class RegisterChecks {
    /** Bookkeeping's seven years (BFL 7 kap. 2 §): the calendar year of the accounts comes on top. */
    private static final int LONGEST_MONTHS = 8 * 12;

    private static final int FEWEST_CONTENT_WORDS = 3;
    private static final Map<RecordPart, String> RULE_OF = Map.of(
            RecordPart.CONTROLLER, "GDP-001",
            RecordPart.PURPOSE, "GDP-002",
            RecordPart.SUBJECTS, "GDP-003",
            RecordPart.DATA, "GDP-003",
            RecordPart.RECIPIENTS, "GDP-004",
            RecordPart.TRANSFER, "GDP-005",
            RecordPart.RETENTION, "GDP-006",
            RecordPart.SECURITY, "GDP-007",
            RecordPart.LEGAL_BASIS, "GDP-009");

    private final PhraseBook words = PhraseBook.read(RegisterChecks.class, "register-words.txt");

    /** Adds what is wrong with {@code register}. */
    public void run(Register register, Assessment assessment) {
        for (int rule = 1; rule <= 15; rule++) {
            assessment.ran("GDP-0" + (rule < 10 ? "0" : "") + rule);
        }
        List<RecordPart> perRow = new ArrayList<>();
        for (RecordPart part : RULE_OF.keySet().stream().sorted().toList()) {
            if (register.columns().contains(part)) {
                perRow.add(part);
            } else {
                absent(part, register, assessment);
            }
        }
        Set<Entry> controllers = new HashSet<>();
        for (ProcessingRecord record : register.records()) {
            OneRecord one = new OneRecord(record, assessment);
            one.check(perRow);
            // Stated once for all records, it is wrong once.
            if (record.at(RecordPart.CONTROLLER).map(controllers::add).orElse(false)) {
                one.contact();
            }
        }
    }

    /** A part that the register has no heading for. */
    private void absent(RecordPart part, Register register, Assessment assessment) {
        Place place = register.records().isEmpty()
                ? assessment.place()
                : assessment.line(register.records().get(0).line()).about("hela registret");
        if (part == RecordPart.LEGAL_BASIS) {
            // Art. 30 does not ask for it, but art. 5.2 wants it shown somewhere.
            assessment.find(
                    "GDP-009", Severity.VARNING, place, "skäl", "registret har ingen uppgift om rättslig grund");
        } else if (part == RecordPart.TRANSFER) {
            boolean namesThirdCountry = register.records().stream().anyMatch(this::namesThirdCountry);
            assessment.find(
                    "GDP-005",
                    namesThirdCountry ? Severity.FEL : Severity.VARNING,
                    place,
                    "skäl",
                    "uppgift saknas i hela registret");
        } else {
            assessment.find(RULE_OF.get(part), place, "skäl", part.label() + " saknas i hela registret");
        }
    }

    private boolean namesThirdCountry(ProcessingRecord record) {
        return words.isIn("third country", fold(record.texts(RecordPart.RECIPIENTS, RecordPart.PROCESSOR)));
    }

    private static String fold(String text) {
        return PhraseBook.fold(text);
    }

    /** Whether a cell holds a word but no information: "-", "okänt". */
    private boolean isBlank(String text) {
        String folded = fold(text).strip();
        return folded.isEmpty()
                || folded.chars().noneMatch(Character::isLetterOrDigit)
                || folded.length() < 20 && words.isIn("blank value", folded) && !folded.contains(" avtal");
    }

    private boolean saysNothing(String text) {
        String folded = fold(text).strip();
        return words.find("nothing", folded).filter(hit -> hit.from() == 0).isPresent();
    }

    private final class OneRecord {
        private final ProcessingRecord record;
        private final Assessment assessment;

        OneRecord(ProcessingRecord record, Assessment assessment) {
            this.record = record;
            this.assessment = assessment;
        }

        private Place at(RecordPart part) {
            return assessment.line(record.lineOf(part)).about(record.subject());
        }

        private boolean isMissing(RecordPart part) {
            return record.at(part).map(entry -> isBlank(entry.text())).orElse(true);
        }

        void check(List<RecordPart> columns) {
            for (RecordPart part : columns) {
                if (isMissing(part)) {
                    missing(part);
                }
            }
            purpose();
            legalBasis();
            specialCategories();
            personalNumber();
            retention();
            processors();
            thirdCountry();
        }

        private void missing(RecordPart part) {
            if (part == RecordPart.TRANSFER) {
                // "Where applicable": an empty cell is wrong only if there is a transfer.
                assessment.find(
                        "GDP-005",
                        namesThirdCountry(record) ? Severity.FEL : Severity.VARNING,
                        at(part),
                        "skäl",
                        "uppgift saknas; skriv ”ingen” om inget förs över");
            } else if (part == RecordPart.LEGAL_BASIS) {
                assessment.find("GDP-009", at(part), "skäl", "rättslig grund är inte ifylld");
            } else {
                assessment.find(RULE_OF.get(part), at(part), "skäl", part.label() + " är inte ifyllt");
            }
        }

        private void contact() {
            Optional<Entry> controller = record.at(RecordPart.CONTROLLER);
            if (controller.isEmpty() || isMissing(RecordPart.CONTROLLER)) {
                return;
            }
            String text = controller.get().text();
            long digits = text.chars().filter(Character::isDigit).count();
            if (text.indexOf('@') < 0 && digits < 6 && !words.isIn("contact", fold(text))) {
                assessment.find(
                        "GDP-001", Severity.VARNING, at(RecordPart.CONTROLLER), "skäl", "kontaktuppgifter saknas");
            }
        }

        private void purpose() {
            if (isMissing(RecordPart.PURPOSE)) {
                return;
            }
            String purpose = record.text(RecordPart.PURPOSE);
            String folded = fold(purpose);
            int content = 0;
            for (String word : folded.split("[^\\p{L}\\d]+", -1)) {
                content += !word.isEmpty() && !words.isIn("filler", word) ? 1 : 0;
            }
            boolean vague = words.isIn("vague purpose", folded) && content <= FEWEST_CONTENT_WORDS;
            if (vague || content < FEWEST_CONTENT_WORDS) {
                assessment.find("GDP-008", at(RecordPart.PURPOSE), "ändamål", purpose);
            }
        }

        private void legalBasis() {
            if (isMissing(RecordPart.LEGAL_BASIS)) {
                return;
            }
            String basis = record.text(RecordPart.LEGAL_BASIS);
            String folded = fold(basis);
            if (!words.isIn("legal basis", folded) && !folded.strip().matches("[a-f]\\)?")) {
                assessment.find(
                        "GDP-009", at(RecordPart.LEGAL_BASIS), "skäl", "”" + basis + "” är ingen grund i art. 6.1");
            }
            String who = fold(record.texts(RecordPart.SUBJECTS, RecordPart.ACTIVITY, RecordPart.PURPOSE));
            if (words.isIn("consent", folded) && words.isIn("employees", who)) {
                assessment.find("GDP-010", at(RecordPart.LEGAL_BASIS), "grund", basis);
            }
        }

        private void specialCategories() {
            String data = record.text(RecordPart.DATA);
            Optional<PhraseBook.Hit> hit = words.find("sensitive", fold(data));
            if (hit.isEmpty() || saysNothing(data)) {
                return;
            }
            String ground = fold(record.texts(RecordPart.SPECIAL_BASIS, RecordPart.LEGAL_BASIS, RecordPart.DATA));
            boolean stated = words.isIn("special ground", ground)
                    || !isMissing(RecordPart.SPECIAL_BASIS) && !saysNothing(record.text(RecordPart.SPECIAL_BASIS));
            if (!stated) {
                String category =
                        data.substring(hit.get().from(), wordEnd(data, hit.get().to()));
                assessment.find("GDP-011", at(RecordPart.DATA), "uppgift", category);
            }
        }

        private void personalNumber() {
            if (words.isIn("personal number", fold(record.text(RecordPart.DATA)))
                    && !words.isIn("number reason", fold(record.texts(RecordPart.values())))) {
                assessment.find("GDP-012", at(RecordPart.DATA));
            }
        }

        private void retention() {
            if (isMissing(RecordPart.RETENTION)) {
                return;
            }
            String text = record.text(RecordPart.RETENTION);
            OptionalInt months = Retention.longestMonths(text);
            boolean grounded = words.isIn("long ground", fold(text));
            if (months.isEmpty() && words.isIn("open ended", fold(text))) {
                assessment.find("GDP-013", at(RecordPart.RETENTION), "tid", text, "skäl", "ingen bortre gräns");
            } else if (months.isPresent() && months.getAsInt() > LONGEST_MONTHS && !grounded) {
                assessment.find(
                        "GDP-013",
                        at(RecordPart.RETENTION),
                        "tid",
                        text,
                        "skäl",
                        "längre än sju år utan angivet lagstöd");
            }
        }

        private void processors() {
            String who = fold(record.texts(RecordPart.RECIPIENTS, RecordPart.PROCESSOR));
            boolean named = !isMissing(RecordPart.PROCESSOR) && !saysNothing(record.text(RecordPart.PROCESSOR))
                    || words.isIn("processor words", who) && !saysNothing(who);
            if (!named) {
                return;
            }
            String agreement = fold(record.text(RecordPart.PROCESSOR_AGREEMENT)).strip();
            boolean denied = !agreement.isEmpty()
                            && words.find("no agreement", agreement)
                                    .filter(hit -> hit.from() == 0)
                                    .isPresent()
                    || words.isIn("agreement", who) && who.contains("saknas");
            boolean stated = words.isIn("yes", agreement)
                    || words.isIn("agreement", fold(record.texts(RecordPart.values())))
                    || !agreement.isEmpty() && !isBlank(agreement) && !denied;
            if (denied || !stated) {
                RecordPart where = isMissing(RecordPart.PROCESSOR) ? RecordPart.RECIPIENTS : RecordPart.PROCESSOR;
                // A register need not say so; only where it denies it is it proven.
                assessment.find(
                        "GDP-014",
                        denied ? Severity.FEL : Severity.VARNING,
                        at(where),
                        "biträde",
                        record.text(where),
                        "skäl",
                        denied ? "registret anger att avtal saknas" : "avtal nämns inte");
            }
        }

        private void thirdCountry() {
            String transfer = fold(record.text(RecordPart.TRANSFER));
            String written = record.texts(RecordPart.RECIPIENTS, RecordPart.PROCESSOR, RecordPart.TRANSFER);
            String where = fold(written);
            boolean denied = saysNothing(transfer) || transfer.contains("ingen överföring");
            Optional<PhraseBook.Hit> country = words.find("third country", where);
            if (country.isEmpty() || denied) {
                return;
            }
            String all = fold(record.texts(RecordPart.values()));
            boolean safeguarded = words.isIn("safeguard", all)
                    || !isMissing(RecordPart.SAFEGUARDS) && !saysNothing(record.text(RecordPart.SAFEGUARDS));
            if (!safeguarded) {
                RecordPart part = isMissing(RecordPart.TRANSFER) ? RecordPart.RECIPIENTS : RecordPart.TRANSFER;
                assessment.find(
                        "GDP-015",
                        at(part),
                        "land",
                        written.substring(
                                country.get().from(),
                                wordEnd(written, country.get().to())));
            }
        }

        private int wordEnd(String text, int from) {
            int end = from;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }
    }
}
