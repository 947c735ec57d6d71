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

/** When things are booked, how cash is taken, who approves payments: POL-004, 005 and 010. */
final class RoutineChecks {
    private static final int LATEST_DAYS = 50;
    private static final Pattern DAYS_AFTER =
            Pattern.compile("(?<!\\d)(\\d{1,3}) dagar efter (?:månadens|månadsskiftet|månadsslut|utgången av månaden)");

    private final PhraseBook words;
    private final PolicyText text;
    private final Assessment assessment;

    RoutineChecks(PhraseBook words, PolicyText text, Assessment assessment) {
        this.words = words;
        this.text = text;
        this.assessment = assessment;
    }

    void check() {
        booking();
        cashRegister();
        approval();
    }

    private void booking() {
        boolean any = false;
        for (Passage passage : text.passages()) {
            if (!words.isIn("book", passage.folded())) {
                continue;
            }
            Optional<PhraseBook.Hit> rarely = words.find("rarely", passage.folded());
            Matcher days = DAYS_AFTER.matcher(passage.folded());
            any |= rarely.isPresent() || words.isIn("booking time", passage.folded());
            if (days.find()) {
                any = true;
                if (Integer.parseInt(days.group(1)) > LATEST_DAYS) {
                    find("POL-004", passage, days.group(1) + " dagar efter månadens utgång är senare än 50");
                }
            } else if (rarely.isPresent() && !new Mention(passage, rarely.get()).isDenied()) {
                boolean cash = words.isIn("cash", passage.folded());
                find(
                        "POL-004",
                        passage,
                        cash
                                ? "kontanta in- och utbetalningar ska bokföras senast påföljande arbetsdag"
                                : "så sällan får bara mindre företag bokföra");
            } else if (words.isIn("weekly", passage.folded()) && words.isIn("cash", passage.folded())) {
                any = true;
                find("POL-004", passage, "kontanta in- och utbetalningar ska bokföras senast påföljande arbetsdag");
            }
        }
        settle("POL-004", any, "Texten säger inget om när affärshändelser bokförs.");
    }

    private void cashRegister() {
        List<Mention> sales = text.mentions(words, "cash sales");
        List<Mention> registers = text.mentions(words, "cash register");
        Optional<Mention> without = registers.stream().filter(Mention::isDenied).findFirst();
        if (sales.isEmpty() && without.isEmpty()) {
            assessment.notAssessed("POL-005", "Texten nämner ingen kontant- eller kortförsäljning.");
        } else if (without.isPresent()) {
            boolean small = text.holds(words, "small extent");
            assessment.ran("POL-005");
            find(
                    "POL-005",
                    without.get().passage(),
                    small
                            ? "utan kassaregister; undantaget för obetydlig omfattning behöver kunna visas"
                            : "utan certifierat kassaregister");
        } else if (registers.isEmpty()) {
            assessment.notAssessed(
                    "POL-005",
                    "Försäljning mot kontant eller kort nämns, men inte om certifierat kassaregister används.");
        } else {
            assessment.ran("POL-005");
        }
    }

    private void approval() {
        List<Mention> approvals = text.mentions(words, "approval");
        if (approvals.isEmpty()) {
            assessment.notAssessed("POL-010", "Texten säger inget om attest, utbetalningar eller behörigheter.");
            return;
        }
        boolean alone = false;
        for (Mention mention : approvals) {
            Passage passage = mention.passage();
            Optional<PhraseBook.Hit> one = words.find("alone", passage.folded());
            if (one.isPresent() && !new Mention(passage, one.get()).isDenied()) {
                alone = true;
                find("POL-010", passage, "en person kan ensam attestera eller betala");
            }
        }
        boolean together = text.says(words, "together").isPresent();
        if (alone || together) {
            assessment.ran("POL-010");
        } else {
            assessment.notAssessed("POL-010", "Attest nämns, men inte om två personer krävs.");
        }
    }

    private void settle(String rule, boolean any, String reason) {
        if (any) {
            assessment.ran(rule);
        } else {
            assessment.notAssessed(rule, reason);
        }
    }

    private void find(String rule, Passage passage, String reason) {
        assessment.find(rule, assessment.line(passage.line()), "skäl", reason, "citat", passage.quote());
    }
}
