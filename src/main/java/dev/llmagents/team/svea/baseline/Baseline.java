package dev.llmagents.team.svea.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import dev.llmagents.json.Json;
import dev.llmagents.team.svea.rule.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accepted findings: a JSON file {@code {"accepted": [{"rule", "subject", "file", "reason", "by", "expires"}]}}. An entry
 * covers the findings of its rule about its subject (a voucher, an account); without a subject, all of the rule in its file,
 * and without a file in every one. Immutable.
 */
public record Baseline(List<Entry> entries) {
    private static final Set<String> KEYS = Set.of("rule", "subject", "file", "reason", "by", "expires");

    public static final Baseline NONE = new Baseline(List.of());

    public Baseline {
        entries = List.copyOf(entries);
    }

    /**
     * What somebody has accepted.
     *
     * @param reason why; never empty
     * @param by who accepted it; never empty
     * @param expires last day on which it holds
     */
    public record Entry(
            String rule,
            Optional<String> subject,
            Optional<String> file,
            String reason,
            String by,
            Optional<LocalDate> expires) {

        boolean covers(Finding finding) {
            return rule.equals(finding.rule().id())
                    && subject.map(name -> finding.place()
                                    .subject()
                                    .filter(name::equals)
                                    .isPresent())
                            .orElse(true)
                    && file.map(name -> name.equals(finding.place().file())).orElse(true);
        }

        boolean isOver(LocalDate day) {
            return expires.map(day::isAfter).orElse(false);
        }
    }

    /**
     * What a baseline makes of findings.
     *
     * @param accepted entries by the index of the finding they cover
     * @param notes entries that are over or cover nothing, a Swedish sentence each
     */
    public record Outcome(Map<Integer, Entry> accepted, List<String> notes) {}

    /** @throws UnreadableInputException if the file is not of the form, with the entry and the key that are wrong */
    public static Baseline read(String name, String text) throws UnreadableInputException {
        JsonNode root;
        try {
            root = Json.parse(text);
        } catch (JsonProcessingException notJson) {
            throw wrong(
                    name,
                    "is not JSON (line "
                            + (notJson.getLocation() == null
                                    ? 1
                                    : notJson.getLocation().getLineNr())
                            + "): mend it, or write a new one with --write-baseline");
        }
        if (!root.isObject() || !root.path("accepted").isArray() || root.size() != 1) {
            throw wrong(
                    name,
                    "has not the form {\"accepted\": [{\"rule\", \"subject\", \"file\", \"reason\", \"by\", \"expires\"}]}:"
                            + " write one with --write-baseline, and fill in reason and by");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : root.path("accepted")) {
            entries.add(entry(name, entries.size() + 1, item));
        }
        return new Baseline(entries);
    }

    private static Entry entry(String name, int number, JsonNode item) throws UnreadableInputException {
        for (Iterator<String> keys = item.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!KEYS.contains(key)) {
                throw wrong(
                        name,
                        "entry " + number + ": unknown key '" + key
                                + "': use rule, subject, file, reason, by, expires");
            }
        }
        for (String key : List.of("rule", "reason", "by")) {
            if (item.path(key).asText("").isBlank()) {
                throw wrong(name, "entry " + number + ": the key '" + key + "' is missing or empty: fill it in");
            }
        }
        return new Entry(
                item.path("rule").asText(),
                given(item, "subject"),
                given(item, "file"),
                item.path("reason").asText(),
                item.path("by").asText(),
                expires(name, number, item));
    }

    private static Optional<LocalDate> expires(String name, int number, JsonNode item) throws UnreadableInputException {
        Optional<String> day = given(item, "expires");
        try {
            return day.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw wrong(name, "entry " + number + ": 'expires' is no day such as 2026-12-31");
        }
    }

    private static Optional<String> given(JsonNode item, String key) {
        String text = item.path(key).asText("");
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static UnreadableInputException wrong(String name, String what) {
        return new UnreadableInputException(
                Reason.DAMAGED, "The baseline " + name + (what.startsWith("entry") ? ", " : " ") + what + ".");
    }

    /** Which findings are accepted on {@code day}. */
    public Outcome judge(List<Finding> findings, LocalDate day) {
        Map<Integer, Entry> accepted = new HashMap<>();
        List<String> notes = new ArrayList<>();
        Set<Entry> used = new HashSet<>();
        for (int index = 0; index < findings.size(); index++) {
            for (Entry entry : entries) {
                if (entry.covers(findings.get(index))) {
                    used.add(entry);
                    if (!entry.isOver(day)) {
                        accepted.putIfAbsent(index, entry);
                    }
                }
            }
        }
        for (Entry entry : entries) {
            String what =
                    entry.rule() + entry.subject().map(subject -> " " + subject).orElse("");
            if (!used.contains(entry)) {
                notes.add("Baslinjens post " + what + " motsvarar ingen iakttagelse längre.");
            } else if (entry.isOver(day)) {
                notes.add("Baslinjens post " + what + " gällde till och med "
                        + entry.expires().map(LocalDate::toString).orElse("") + ".");
            }
        }
        return new Outcome(accepted, notes);
    }

    /** A baseline that accepts {@code findings}, to be edited: reason and name are for a person to fill in. */
    public static String draft(List<Finding> findings, String reason, String by) {
        ObjectNode root = Json.object();
        ArrayNode accepted = root.putArray("accepted");
        Set<String> seen = new HashSet<>();
        for (Finding finding : findings) {
            String subject = finding.place().subject().orElse("");
            if (seen.add(finding.rule().id() + "\n" + subject + "\n"
                    + finding.place().file())) {
                ObjectNode entry =
                        accepted.addObject().put("rule", finding.rule().id());
                finding.place().subject().ifPresent(name -> entry.put("subject", name));
                entry.put("file", finding.place().file()).put("reason", reason).put("by", by);
            }
        }
        return Json.writePretty(root) + "\n";
    }
}
