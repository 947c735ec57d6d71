package dev.llmagents.team.meetmind.summary;

import java.util.Map;

/** Writes English short forms in full, each word on its own: "we'll" as "we will", "gonna" as "going to". */
final class Contractions {

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("can't", "cannot"),
            Map.entry("won't", "will not"),
            Map.entry("shan't", "shall not"),
            Map.entry("let's", "let us"),
            Map.entry("gonna", "going to"),
            Map.entry("wanna", "want to"),
            Map.entry("gotta", "have to"),
            Map.entry("'cause", "because"),
            Map.entry("cause", "because"),
            Map.entry("cuz", "because"),
            Map.entry("'em", "them"),
            Map.entry("'til", "until"),
            Map.entry("dunno", "do not know"),
            Map.entry("ain't", "is not"));

    private Contractions() {}

    static Clause expand(Clause clause) {
        Clause out = new Clause();
        for (int at = 0; at < clause.size(); at++) {
            String full = full(clause, at);
            int from = 0;
            for (int space = full.indexOf(' '); space >= 0; space = full.indexOf(' ', from)) {
                out.add(full.substring(from, space), "");
                from = space + 1;
            }
            out.add(full.substring(from), clause.mark(at));
        }
        return out;
    }

    private static String full(Clause clause, int at) {
        String word = clause.word(at);
        String form = clause.form(at);
        // "the cause of" is the noun.
        String whole = word.equals("cause") && EnglishFluency.DETERMINERS.contains(clause.word(at - 1))
                ? null
                : WHOLE.get(word);
        if (whole != null) {
            return whole;
        }
        int cut = word.lastIndexOf('\'');
        if (cut <= 0) {
            return form;
        }
        String stem = form.substring(0, cut);
        switch (word.substring(cut)) {
            case "'m":
                return stem + " am";
            case "'re":
                return stem + " are";
            case "'ll":
                return stem + " will";
            case "'ve":
                return stem + " have";
            case "'d":
                return stem
                        + (isParticiple(clause.word(at + 1))
                                        || clause.word(at + 1).equals("better")
                                ? " had"
                                : " would");
            case "'t":
                return word.endsWith("n't") ? form.substring(0, cut - 1) + " not" : form;
            case "'s":
                return takesIs(word.substring(0, cut))
                        ? stem + (isParticiple(clause.word(at + 1)) ? " has" : " is")
                        : form;
            default:
                return form;
        }
    }

    private static boolean isParticiple(String word) {
        return word.equals("been")
                || word.equals("got")
                || word.equals("gone")
                || word.equals("become")
                || word.equals("had");
    }

    private static boolean takesIs(String word) {
        return switch (word) {
            case "it",
                    "that",
                    "there",
                    "what",
                    "he",
                    "she",
                    "who",
                    "here",
                    "where",
                    "how",
                    "this",
                    "everything",
                    "something",
                    "everyone",
                    "nobody",
                    "nothing",
                    "which",
                    "when",
                    "why" -> true;
            default -> false;
        };
    }
}
