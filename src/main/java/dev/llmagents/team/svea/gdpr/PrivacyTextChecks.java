package dev.llmagents.team.svea.gdpr;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Place;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.text.PhraseBook;
import dev.llmagents.team.svea.text.PolicyText;
import dev.llmagents.team.svea.text.PolicyText.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through texts about data protection: data processing agreements, privacy notices, routines for breaches. Each
 * checklist is applied to the kind of text it is for; where it is not, the rule is "not assessed". Immutable.
 */
public final class PrivacyTextChecks {
    private static final Pattern DEADLINE = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{1,3}|sjuttiotvå|tre)[ -]?(timmar|timmars|tim|h|hours|dagar|dygn|days)(?!\\p{L})");
    /** A stub with fewer points than this is not judged: it may only announce the text. */
    private static final int FEWEST_POINTS = 2;

    private static final int FEWEST_PASSAGES = 4;

    private final PhraseBook words = PhraseBook.read(PrivacyTextChecks.class, "privacy-words.txt");
    private final PhraseBook agreement = PhraseBook.read(PrivacyTextChecks.class, "processor-agreement.txt");
    private final PhraseBook notice = PhraseBook.read(PrivacyTextChecks.class, "privacy-notice.txt");
    private final PhraseBook rights = PhraseBook.read(PrivacyTextChecks.class, "rights.txt");

    /** Whether the text is about data protection at all. */
    public boolean isAbout(PolicyText text) {
        return text.holds(words, "data protection");
    }

    /** Adds what {@code text} lacks or gets wrong. */
    public void run(PolicyText text, Assessment assessment) {
        processorAgreement(text, assessment);
        breaches(text, assessment);
        impactAssessment(text, assessment);
        privacyNotice(text, assessment);
        legalBasis(text, assessment);
    }

    private boolean isNamed(PolicyText text, String list) {
        // What a text is, stands in its headings or its first lines.
        return text.passages().stream()
                .filter(passage -> passage.isHeading() || passage.line() <= 3)
                .anyMatch(passage -> words.isIn(list, passage.folded()));
    }

    private void processorAgreement(PolicyText text, Assessment assessment) {
        if (!isNamed(text, "agreement title")) {
            assessment.notAssessed("GDP-014", "Texten är inget personuppgiftsbiträdesavtal och inget register.");
            Optional<Mention> without =
                    text.mentions(words, "processor without agreement").stream().findFirst();
            without.ifPresent(mention -> assessment.find(
                    "GDP-014",
                    assessment.line(mention.passage().line()),
                    "biträde",
                    mention.quote(),
                    "skäl",
                    "texten säger att avtal saknas"));
            return;
        }
        missing(text, agreement, "GDP-014", Severity.FEL, assessment, missing ->
                new String[] {"biträde", "avtalet", "skäl", "punkter enligt art. 28.3 saknas: " + missing});
    }

    private void missing(
            PolicyText text,
            PhraseBook points,
            String rule,
            Severity severity,
            Assessment assessment,
            Function<String, String[]> evidence) {
        List<String> missing = new ArrayList<>();
        for (String point : points.names()) {
            if (text.says(points, point).isEmpty()) {
                missing.add(point);
            }
        }
        boolean isStub = text.passages().size() < FEWEST_PASSAGES;
        if (isStub && points.names().size() - missing.size() < FEWEST_POINTS) {
            assessment.notAssessed(rule, "Texten är för kort; punkterna kunde inte bedömas.");
            return;
        }
        assessment.ran(rule);
        if (!missing.isEmpty()) {
            assessment.find(rule, severity, assessment.place(), evidence.apply(String.join(", ", missing)));
        }
    }

    private void breaches(PolicyText text, Assessment assessment) {
        List<Mention> incidents = text.mentions(words, "personal data breach");
        boolean isRoutine = isNamed(text, "breach title") || incidents.size() >= 2;
        if (!isRoutine) {
            assessment.notAssessed("GDP-016", "Texten beskriver ingen rutin för personuppgiftsincidenter.");
            return;
        }
        assessment.ran("GDP-016");
        boolean hasAuthority = text.says(words, "authority").isPresent();
        boolean hasHours = false;
        for (var passage : text.passages()) {
            Matcher matcher = DEADLINE.matcher(passage.folded());
            while (matcher.find()) {
                boolean right = isSeventyTwo(matcher.group(1), matcher.group(2));
                boolean aboutReport = words.isIn("report to authority", passage.folded())
                        || words.isIn("authority", passage.folded());
                hasHours |= right;
                if (!right && aboutReport && isLater(matcher.group(1), matcher.group(2))) {
                    assessment.find(
                            "GDP-016",
                            assessment.line(passage.line()),
                            "skäl",
                            "fristen är längre än 72 timmar",
                            "citat",
                            passage.quoteAt(matcher.start()));
                    hasHours = true;
                }
            }
        }
        if (!hasHours || !hasAuthority) {
            String what = hasHours
                    ? "anmälan till IMY nämns inte"
                    : hasAuthority ? "fristen 72 timmar nämns inte" : "anmälan till IMY inom 72 timmar nämns inte";
            assessment.find("GDP-016", place(incidents, assessment), "skäl", what, "citat", quote(incidents));
        }
        if (text.says(words, "tell subjects").isEmpty()) {
            assessment.find(
                    "GDP-016",
                    Severity.VARNING,
                    place(incidents, assessment),
                    "skäl",
                    "information till de registrerade vid hög risk (art. 34) nämns inte",
                    "citat",
                    quote(incidents));
        }
    }

    private static boolean isSeventyTwo(String number, String unit) {
        boolean hours = unit.startsWith("tim") || unit.startsWith("h");
        return hours && (number.equals("72") || number.equals("sjuttiotvå"))
                || !hours && (number.equals("3") || number.equals("tre"));
    }

    private static boolean isLater(String number, String unit) {
        boolean hours = unit.startsWith("tim") || unit.startsWith("h");
        if (!Character.isDigit(number.charAt(0))) {
            return false;
        }
        int count = Integer.parseInt(number);
        return hours ? count > 72 : count > 3;
    }

    private void impactAssessment(PolicyText text, Assessment assessment) {
        Optional<Mention> risk = text.says(words, "high risk");
        if (risk.isEmpty()) {
            assessment.notAssessed("GDP-017", "Ingen behandling med hög risk nämns.");
            return;
        }
        assessment.ran("GDP-017");
        if (text.says(words, "impact assessment").isEmpty()) {
            assessment.find(
                    "GDP-017",
                    assessment.line(risk.get().passage().line()),
                    "citat",
                    risk.get().quote());
        }
    }

    private void privacyNotice(PolicyText text, Assessment assessment) {
        if (!isNamed(text, "notice title")) {
            String reason = "Texten är ingen information till registrerade (integritetspolicy).";
            assessment.notAssessed("GDP-018", reason);
            assessment.notAssessed("GDP-019", reason);
            return;
        }
        missing(text, notice, "GDP-018", Severity.VARNING, assessment, missing -> new String[] {"saknas", missing});
        missing(text, rights, "GDP-019", Severity.VARNING, assessment, missing -> new String[] {"saknas", missing});
    }

    /** Consent as ground for staff, said in running text. */
    private void legalBasis(PolicyText text, Assessment assessment) {
        assessment.ran("GDP-010");
        assessment.ran("GDP-015");
        for (Mention mention : text.mentions(words, "consent")) {
            boolean aboutStaff = words.isIn("employees", mention.passage().folded());
            if (aboutStaff
                    && !mention.isDenied()
                    && words.isIn("basis words", mention.passage().folded())) {
                assessment.find(
                        "GDP-010",
                        assessment.line(mention.passage().line()),
                        "grund",
                        "samtycke",
                        "citat",
                        mention.quote());
            }
        }
        for (Mention mention : text.mentions(words, "third country")) {
            boolean transfer = words.isIn("transfer words", mention.passage().folded());
            if (transfer && !mention.isDenied() && !text.holds(words, "safeguard")) {
                assessment.find(
                        "GDP-015",
                        assessment.line(mention.passage().line()),
                        "land",
                        mention.passage()
                                .text()
                                .substring(
                                        mention.hit().from(),
                                        Math.min(
                                                mention.hit().to(),
                                                mention.passage().text().length())),
                        "citat",
                        mention.quote());
                return;
            }
        }
    }

    private static Place place(List<Mention> mentions, Assessment assessment) {
        return mentions.isEmpty()
                ? assessment.place()
                : assessment.line(mentions.get(0).passage().line());
    }

    private static String quote(List<Mention> mentions) {
        return mentions.isEmpty() ? "" : mentions.get(0).quote();
    }
}
