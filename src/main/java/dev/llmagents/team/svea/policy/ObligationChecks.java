package dev.llmagents.team.svea.policy;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.text.Passage;
import dev.llmagents.team.svea.text.PhraseBook;
import dev.llmagents.team.svea.text.PolicyText;
import dev.llmagents.team.svea.text.PolicyText.Mention;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Duties that depend on what a business is: whistleblowing, money laundering, e-invoices, sustainability (POL-006 to 009). */
final class ObligationChecks {
    private static final int WHISTLEBLOWING_FROM = 50;
    private static final int LARGE_FROM = 250;
    private static final Pattern EMPLOYEES = Pattern.compile(
            "(?<![\\d.,])(\\d{1,3}(?:[ \u00A0]\\d{3}){1,2}|\\d{1,6}) (?:st )?(?:anställda|medarbetare|employees)");

    private final PhraseBook words;
    private final PolicyText text;
    private final Assessment assessment;

    ObligationChecks(PhraseBook words, PolicyText text, Assessment assessment) {
        this.words = words;
        this.text = text;
        this.assessment = assessment;
    }

    void check() {
        whistleblowing();
        moneyLaundering();
        electronicInvoices();
        sustainability();
    }

    private void whistleblowing() {
        int employees = -1;
        Passage source = null;
        for (Passage passage : text.passages()) {
            Matcher matcher = EMPLOYEES.matcher(passage.folded());
            while (matcher.find()) {
                int count = Integer.parseInt(matcher.group(1).replaceAll("[ \u00A0]", ""));
                if (count > employees) {
                    employees = count;
                    source = passage;
                }
            }
        }
        List<Mention> channels = text.mentions(words, "whistleblowing");
        Optional<Mention> denied = channels.stream().filter(Mention::isDenied).findFirst();
        if (employees < WHISTLEBLOWING_FROM || source == null) {
            assessment.notAssessed(
                    "POL-006",
                    employees >= 0
                            ? "Färre än 50 anställda nämns."
                            : "Antalet anställda framgår inte; visselblåsning kunde inte bedömas.");
        } else if (denied.isPresent()) {
            String since = employees >= LARGE_FROM ? "2022-07-17" : "2023-12-17";
            assessment.find(
                    "POL-006",
                    assessment.line(denied.get().passage().line()),
                    "skäl",
                    employees + " anställda men ingen intern rapporteringskanal, som krävs sedan " + since,
                    "citat",
                    denied.get().quote());
        } else if (channels.isEmpty()) {
            assessment.notAssessed(
                    "POL-006",
                    employees + " anställda nämns (rad " + source.line()
                            + "), men inte om en intern kanal för visselblåsning finns.");
        } else {
            assessment.ran("POL-006");
        }
    }

    private void moneyLaundering() {
        Optional<Mention> business = text.says(words, "covered business");
        if (business.isEmpty()) {
            assessment.notAssessed("POL-007", "Ingen verksamhet som penningtvättslagen gäller nämns.");
        } else if (text.says(words, "money laundering").isEmpty()) {
            find(
                    "POL-007",
                    business.get(),
                    "verksamheten kan omfattas av lagen, men kundkännedom och riskbedömning nämns inte");
        } else {
            assessment.ran("POL-007");
        }
    }

    private void electronicInvoices() {
        boolean any = false;
        for (Passage passage : text.passages()) {
            boolean toPublic = words.isIn("public buyer", passage.folded()) && words.isIn("invoice", passage.folded());
            if (!toPublic) {
                continue;
            }
            any = true;
            Optional<PhraseBook.Hit> paper = words.find("paper invoice", passage.folded());
            boolean electronic = words.find("electronic invoice", passage.folded())
                    .map(hit -> !new Mention(passage, hit).isDenied())
                    .orElse(false);
            if (paper.isPresent() && !electronic && !new Mention(passage, paper.get()).isDenied()) {
                find(
                        "POL-008",
                        new Mention(passage, paper.get()),
                        "offentliga köpare faktureras på annat sätt än e-faktura");
            }
        }
        if (any) {
            assessment.ran("POL-008");
        } else {
            assessment.notAssessed("POL-008", "Fakturering av offentliga köpare nämns inte.");
        }
    }

    private void sustainability() {
        Optional<Mention> mention =
                text.mentions(words, "sustainability").stream().findFirst();
        if (mention.isPresent()) {
            find("POL-009", mention.get(), "vilka bolag som omfattas är under ändring och kunde inte bedömas");
        } else {
            assessment.notAssessed("POL-009", "Hållbarhetsrapportering nämns inte.");
        }
    }

    private void find(String rule, Mention mention, String reason) {
        assessment.find(rule, assessment.line(mention.passage().line()), "skäl", reason, "citat", mention.quote());
    }
}
