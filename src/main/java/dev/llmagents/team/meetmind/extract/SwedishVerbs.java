package dev.llmagents.team.meetmind.extract;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The verbs that Swedes promise with in the present tense, "jag mejlar dem", with their infinitives. Immutable. */
final class SwedishVerbs {
    /**
     * A verb found in a sentence.
     *
     * @param end index behind its last word
     */
    record Found(String infinitive, int end) {}

    private static final Map<String, String> ORDERS = Map.ofEntries(
            Map.entry("be", "be"),
            Map.entry("skriv", "skriva"),
            Map.entry("boka", "boka"),
            Map.entry("ring", "ringa"),
            Map.entry("mejla", "mejla"),
            Map.entry("maila", "maila"),
            Map.entry("skicka", "skicka"),
            Map.entry("kolla", "kolla"),
            Map.entry("håll", "hålla"),
            Map.entry("ta", "ta"),
            Map.entry("gör", "göra"),
            Map.entry("lägg", "lägga"),
            Map.entry("fråga", "fråga"),
            Map.entry("beställ", "beställa"),
            Map.entry("ordna", "ordna"),
            Map.entry("fixa", "fixa"),
            Map.entry("uppdatera", "uppdatera"),
            Map.entry("kontakta", "kontakta"),
            Map.entry("hör", "höra"),
            Map.entry("sätt", "sätta"),
            Map.entry("påminn", "påminna"),
            Map.entry("förbered", "förbereda"),
            Map.entry("testa", "testa"),
            Map.entry("köp", "köpa"),
            Map.entry("räkna", "räkna"),
            Map.entry("dela", "dela"),
            Map.entry("prata", "prata"),
            Map.entry("stäm", "stämma"),
            Map.entry("hämta", "hämta"),
            Map.entry("rätta", "rätta"));

    private final Map<String, String> infinitives = new HashMap<>();

    static SwedishVerbs read() {
        SwedishVerbs verbs = new SwedishVerbs();
        for (String entry : WordList.read(SwedishVerbs.class, "verbs_sv.txt")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                verbs.infinitives.put(entry.substring(0, equals), entry.substring(equals + 1));
            } else {
                String stem = entry.substring(0, entry.length() - 2);
                verbs.infinitives.put(entry, stem + "a");
            }
        }
        return verbs;
    }

    /** The infinitive of a present form of one word. */
    Optional<String> infinitive(String present) {
        return Optional.ofNullable(infinitives.get(present));
    }

    /** The infinitive of an order, if it is one of those that are given in meetings. */
    static Optional<String> infinitiveOfOrder(String order) {
        return Optional.ofNullable(ORDERS.get(order));
    }

    /** The verb at word {@code at}; "jag" may stand between it and its particle: "ser jag till". */
    Optional<Found> at(Remark remark, int at) {
        if (at >= remark.size()) {
            return Optional.empty();
        }
        String word = remark.word(at).lower();
        if (at + 1 < remark.size()) {
            String both = infinitives.get(word + " " + remark.word(at + 1).lower());
            if (both != null) {
                return Optional.of(new Found(both, at + 2));
            }
        }
        String infinitive = infinitives.get(word);
        return infinitive == null ? Optional.empty() : Optional.of(new Found(infinitive, at + 1));
    }
}
