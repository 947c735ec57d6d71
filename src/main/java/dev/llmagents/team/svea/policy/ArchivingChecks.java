package dev.llmagents.team.svea.policy;

import dev.llmagents.team.svea.gdpr.Retention;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Severity;
import dev.llmagents.team.svea.text.Passage;
import dev.llmagents.team.svea.text.PhraseBook;
import dev.llmagents.team.svea.text.PolicyText;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How long, where and how accounts are kept: BFL 7 kap., and what has to be described (5 kap. 11 §). */
final class ArchivingChecks {
    private static final int LAWFUL_MONTHS = 7 * 12;
    private static final int FORMER_MONTHS = 10 * 12;
    private static final int FORMER_PAPER_MONTHS = 3 * 12;
    /** Seven years run from the end of the calendar year in which the financial year ended, not from the document. */
    private static final Pattern FROM_DOCUMENT = Pattern.compile(
            "(?:från|efter) (?:faktura|verifikations|bokförings|utfärdande)(?:datum|dagen)|efter att (?:fakturan|kvittot)");

    private static final List<String> TO_DESCRIBE =
            List.of("systemdokumentation", "behandlingshistorik", "arkivplan", "säkerhetskopiering");

    private final PhraseBook words;
    private final PolicyText text;
    private final Assessment assessment;

    ArchivingChecks(PhraseBook words, PolicyText text, Assessment assessment) {
        this.words = words;
        this.text = text;
        this.assessment = assessment;
    }

    void check() {
        retention();
        abroad();
        descriptions();
    }

    private boolean isAboutKeepingAccounts(Passage passage) {
        boolean accounts =
                words.isIn("accounts", passage.folded()) || words.isIn("accounts", PhraseBook.fold(passage.heading()));
        return accounts && words.isIn("keep", passage.folded()) && !words.isIn("personal data", passage.folded());
    }

    private void retention() {
        boolean any = false;
        boolean controlled = text.holds(words, "control of scans");
        for (Passage passage : text.passages()) {
            if (isAboutKeepingAccounts(passage)) {
                any = true;
                years(passage);
            }
            if (words.isIn("paper", passage.folded())) {
                any |= paper(passage, controlled);
            }
        }
        settle("POL-001", any, "Texten säger inget om hur länge räkenskapsinformation sparas.");
    }

    private void years(Passage passage) {
        OptionalInt months = Retention.longestMonths(passage.folded());
        boolean paper = words.isIn("paper", passage.folded());
        if (months.isEmpty()) {
            return;
        }
        int stated = months.getAsInt();
        if (stated == FORMER_MONTHS) {
            find("POL-001", Severity.VARNING, passage, "tio år anges, men sedan 2011 räcker sju år");
        } else if (stated == FORMER_PAPER_MONTHS && paper) {
            find("POL-001", Severity.VARNING, passage, "kravet att spara pappersoriginal i tre år slopades 2024-07-01");
        } else if (stated < LAWFUL_MONTHS && stated >= 12 && !paper) {
            find("POL-001", Severity.FEL, passage, "kortare tid än sju år anges");
        } else if (stated == LAWFUL_MONTHS
                && FROM_DOCUMENT.matcher(passage.folded()).find()) {
            find(
                    "POL-001",
                    Severity.VARNING,
                    passage,
                    "tiden räknas från handlingen och inte från kalenderårets utgång");
        }
    }

    /** Whether the passage says something about originals on paper. */
    private boolean paper(Passage passage, boolean controlled) {
        var destroyed = words.find("destroy", passage.folded());
        if (destroyed.isPresent()) {
            boolean denied = new PolicyText.Mention(passage, destroyed.get()).isDenied();
            if (denied) {
                find(
                        "POL-001",
                        Severity.INFO,
                        passage,
                        "pappersoriginal får från 2024-07-01 förstöras när överföringen är betryggande");
            } else if (!controlled) {
                find(
                        "POL-001",
                        Severity.VARNING,
                        passage,
                        "papper får förstöras utan att någon kontroll av överföringen beskrivs");
            }
            return true;
        }
        boolean must = words.isIn("must", passage.folded()) && words.isIn("keep", passage.folded());
        if (must && Retention.longestMonths(passage.folded()).isEmpty()) {
            find(
                    "POL-001",
                    Severity.INFO,
                    passage,
                    "pappersoriginal behöver inte sparas sedan 2024-07-01 om överföringen är betryggande");
        }
        return must;
    }

    private void abroad() {
        boolean any = false;
        for (Passage passage : text.passages()) {
            boolean storage = words.isIn("storage", passage.folded()) || words.isIn("keep", passage.folded());
            boolean accounts = words.isIn("accounts", passage.folded())
                    || words.isIn("accounts", PhraseBook.fold(passage.heading()));
            if (!storage || !accounts) {
                continue;
            }
            any |= words.isIn("storage", passage.folded());
            boolean outside = says(passage, "outside eu");
            boolean inside = says(passage, "inside eu");
            if (outside) {
                any = true;
                find(
                        "POL-002",
                        Severity.VARNING,
                        passage,
                        "förvaring utanför EU kräver tillstånd eller särskilda villkor");
            } else if (inside && !text.holds(words, "notification")) {
                any = true;
                find(
                        "POL-002",
                        Severity.VARNING,
                        passage,
                        "förvaring i annat EU-land utan nämnd anmälan till Skatteverket");
            }
        }
        settle("POL-002", any, "Texten säger inget om var räkenskapsinformation förvaras.");
    }

    private boolean says(Passage passage, String list) {
        return words.find(list, passage.folded())
                .map(hit -> !new PolicyText.Mention(passage, hit).isDenied())
                .orElse(false);
    }

    private void descriptions() {
        boolean isManual = text.passages().stream()
                .filter(passage -> passage.isHeading() || passage.line() <= 3)
                .anyMatch(passage -> words.isIn("manual title", passage.folded()));
        settle("POL-003", isManual, "Texten är ingen handbok eller rutin för bokföring eller arkivering.");
        if (!isManual) {
            return;
        }
        List<String> missing = TO_DESCRIBE.stream()
                .filter(what -> text.says(words, what).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            assessment.find(
                    "POL-003", assessment.place(), "skäl", String.join(", ", missing) + " nämns inte", "citat", "");
        }
    }

    private void settle(String rule, boolean any, String reason) {
        if (any) {
            assessment.ran(rule);
        } else {
            assessment.notAssessed(rule, reason);
        }
    }

    private void find(String rule, Severity severity, Passage passage, String reason) {
        assessment.find(rule, severity, assessment.line(passage.line()), "skäl", reason, "citat", passage.quote());
    }
}
