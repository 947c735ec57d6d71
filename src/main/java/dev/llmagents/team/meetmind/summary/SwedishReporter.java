package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Swedish direct speech as reported speech: "Vi hinner inte testa" becomes "sa att gruppen inte hinner testa".
 *
 * <p>The tense stays, as Swedish minutes keep it; what changes are the persons and the place of "inte", which stands
 * before the verb in a subordinate clause. Only clauses with the subject first are taken: the others would have to be
 * turned round.
 */
final class SwedishReporter implements Reporter {

    private static final int LONGEST = 24;
    private static final Set<String> MODALS = Set.of(
            "ska", "skall", "skulle", "kan", "kunde", "vill", "ville", "måste", "bör", "borde", "får", "fick",
            "behöver");
    private static final Set<String> FINITE = WordList.read(SwedishReporter.class, "finite-verbs.sv.txt");
    private static final Set<String> SHIFTED_ADVERBS =
            Set.of("inte", "aldrig", "redan", "alltid", "också", "ännu", "fortfarande", "bara", "nästan", "ofta");

    /** "Köra den på plats": a pronoun before one of these points at what was said before. */
    private static final Set<String> AFTER_OBJECT =
            Set.of("på", "i", "till", "med", "för", "av", "från", "hos", "om", "och", "nu", "då", "sedan");

    private final Set<String> openers = WordList.read(SwedishReporter.class, "openers.sv.txt");
    private final Set<String> idle = WordList.read(SwedishReporter.class, "idle.sv.txt");
    private final Set<String> hanging = WordList.read(SwedishReporter.class, "hanging.sv.txt");
    private final Set<String> pointing = WordList.read(SwedishReporter.class, "pointing.sv.txt");
    private final Set<String> notSubjects = WordList.read(SwedishReporter.class, "not-subjects.sv.txt");
    private final Set<String> upperWords;
    private final Set<String> names;

    /**
     * @param upperWords words written with a capital letter wherever they stand
     * @param names the words of the speakers' names, lower case
     */
    SwedishReporter(Set<String> upperWords, Set<String> names) {
        this.upperWords = upperWords;
        this.names = names;
    }

    @Override
    public List<Report> reports(Spoken spoken, Optional<String> addressee) {
        Clause clause = Clause.of(spoken.text());
        dropOpeners(clause);
        cutSplice(clause);
        for (int at = clause.size() - 1; at > 0; at--) {
            if (idle.contains(clause.word(at))) {
                if (clause.mark(at - 1).isEmpty()) {
                    clause.setMark(at - 1, clause.mark(at));
                }
                clause.remove(at);
            }
        }
        if (clause.size() < 4 || clause.size() > LONGEST || hanging.contains(clause.word(clause.size() - 1))) {
            return List.of();
        }
        List<Report> reports = new ArrayList<>();
        Optional<Report> report = spoken.sentence().isQuestion() ? question(clause, addressee) : statement(clause);
        report.ifPresent(reports::add);
        return reports;
    }

    @Override
    public Optional<String> decision(String text) {
        Clause clause = Clause.of(text);
        dropOpeners(clause);
        for (int at = 0; at < Math.min(5, clause.size() - 2); at++) {
            String word = clause.word(at);
            boolean decided = word.startsWith("beslut")
                    || word.startsWith("bestäm")
                    || word.startsWith("enades")
                    || word.startsWith("enas");
            for (int that = at + 1; decided && that < Math.min(at + 4, clause.size() - 2); that++) {
                if (clause.word(that).equals("att")) {
                    return said("att ", clause.from(that + 1), Report.Act.DECIDE)
                            .map(Report::predicate);
                }
            }
        }
        if (!hasFinite(clause)
                && clause.size() > 1
                && clause.size() <= LONGEST
                && clause.word(0).endsWith("a")) {
            return said("att ", clause, Report.Act.DECIDE).map(Report::predicate);
        }
        if (clause.size() > 2 && isVerb(clause.word(0)) && clause.word(1).equals("vi")) {
            clause = turned(clause, 0);
        }
        if (clause.word(0).equals("vi") && clause.size() > 3 && !SHIFTED_ADVERBS.contains(clause.word(2))) {
            Optional<String> infinitive = infinitive(clause.word(1));
            if (infinitive.isPresent() && !MODALS.contains(clause.word(1))) {
                Clause rest = clause.from(1);
                rest.set(0, infinitive.get());
                return said("att ", rest, Report.Act.DECIDE).map(Report::predicate);
            }
        }
        boolean straight = clause.size() > 2
                && !notSubjects.contains(clause.word(0))
                && hasFinite(clause)
                && clause.size() <= LONGEST;
        return straight
                ? said("att ", subordinate(clause), Report.Act.DECIDE).map(Report::predicate)
                : Optional.empty();
    }

    @Override
    public Optional<String> question(String text) {
        Clause clause = Clause.of(text);
        dropOpeners(clause);
        return clause.size() < 3
                ? Optional.empty()
                : question(clause, Optional.empty())
                        .filter(found ->
                                found.clarity() >= 0.6 && found.predicate().startsWith("frågade "))
                        .map(found -> found.predicate().substring("frågade ".length()));
    }

    private void dropOpeners(Clause clause) {
        while (clause.size() > 3
                && (openers.contains(clause.word(0))
                        || names.contains(clause.word(0)) && clause.mark(0).equals(","))) {
            clause.removeFirst(1);
        }
        // "Då säger vi det, ..." only agrees.
        if (clause.size() > 5 && (clause.has(0, "säger", "vi", "det") || clause.has(0, "säger", "vi", "så"))) {
            clause.removeFirst(3);
        }
    }

    /** Ends a clause where a mere comma begins the next: "..., de har bara en utvecklare". */
    private static void cutSplice(Clause clause) {
        for (int at = 4; at + 1 < clause.size(); at++) {
            boolean subject = switch (clause.word(at)) {
                case "de", "det", "den", "vi", "han", "hon", "man", "jag" -> true;
                default -> false;
            };
            if (subject
                    && clause.mark(at - 1).equals(",")
                    && isVerb(clause.word(at + 1))
                    && !clause.word(0).equals("om")
                    && !clause.word(0).equals("när")) {
                clause.cutTo(at);
                return;
            }
        }
    }

    private Optional<Report> question(Clause clause, Optional<String> addressee) {
        String first = clause.word(0);
        String second = clause.word(1);
        if ((first.equals("kan") || first.equals("kunde") || first.equals("skulle") || first.equals("vill"))
                && (second.equals("du") || second.equals("ni"))) {
            return addressee.isEmpty() || clause.size() < 5
                    ? Optional.empty()
                    : said(
                            "bad " + addressee.get() + " att ",
                            clause.from(clause.word(2).equals("kunna") ? 3 : 2),
                            Report.Act.REQUEST);
        }
        boolean verb = MODALS.contains(first) || FINITE.contains(first);
        if (verb && (second.equals("vi") || second.equals("det") || second.equals("man"))) {
            return said("frågade om ", turned(clause, 0), Report.Act.ASK);
        }
        switch (first) {
            case "vem", "vad", "vilka", "vilken", "vilket" -> {
                boolean subjectNext = clause.word(2).equals("vi")
                        || clause.word(2).equals("det")
                        || clause.word(2).equals("man");
                if (subjectNext) {
                    return said("frågade ", turned(clause, 1), Report.Act.ASK);
                }
                if (first.equals("vem") && isVerb(second)) {
                    clause.insert(1, "som");
                    return said("frågade ", clause, Report.Act.ASK);
                }
                return Optional.empty();
            }
            case "hur", "när", "var", "varför" -> {
                boolean subjectNext = clause.word(2).equals("vi")
                        || clause.word(2).equals("det")
                        || clause.word(2).equals("man");
                return subjectNext ? said("frågade ", turned(clause, 1), Report.Act.ASK) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<Report> statement(Clause clause) {
        String first = clause.word(0);
        String second = clause.word(1);
        if (first.equals("jag")) {
            boolean opinion = second.equals("tycker") || second.equals("tror");
            if (opinion) {
                Clause rest = clause.from(clause.word(2).equals("att") ? 3 : 2);
                return rest.size() < 3 || notSubjects.contains(rest.word(0))
                        ? Optional.empty()
                        : said(
                                second.equals("tycker") ? "tyckte att " : "trodde att ",
                                subordinate(rest),
                                Report.Act.STATE);
            }
            if (second.equals("ska")) {
                return said("skulle ", clause.from(2), Report.Act.PROMISE);
            }
            Optional<String> infinitive = infinitive(second);
            if (infinitive.isEmpty()) {
                return Optional.empty();
            }
            Clause rest = clause.from(1);
            rest.set(0, infinitive.get());
            return said("skulle ", rest, Report.Act.PROMISE);
        }
        // "Då stänger vi av den": without the adverb that opened it, the subject comes first again.
        if (isVerb(first) && second.equals("vi")) {
            return said("sa att ", subordinate(turned(clause, 0)), Report.Act.STATE);
        }
        if (notSubjects.contains(first)
                || (first.equals("det") || first.equals("den"))
                        && !second.equals("finns")
                        && !second.equals("behövs")
                        && !second.equals("krävs")
                        && !second.equals("saknas")
                || !hasFinite(clause)) {
            return Optional.empty();
        }
        boolean proposal = first.equals("vi")
                && (second.equals("borde") || second.equals("bör") || second.equals("kan") || second.equals("kunde"));
        return said(
                proposal ? "föreslog att " : verb(clause) + " att ",
                subordinate(clause),
                proposal ? Report.Act.SUGGEST : Report.Act.STATE);
    }

    private static String verb(Clause clause) {
        for (int at = 0; at < clause.size(); at++) {
            switch (clause.word(at)) {
                case "inte",
                        "risk",
                        "risken",
                        "problem",
                        "problemet",
                        "svårt",
                        "dyrt",
                        "fel",
                        "saknas",
                        "saknar",
                        "försenad",
                        "försenat",
                        "trasig" -> {
                    return "påpekade";
                }
                case "eftersom", "därför" -> {
                    return "förklarade";
                }
                case "procent", "klar", "klart", "klara", "färdig", "färdigt" -> {
                    return "berättade";
                }
                default -> {}
            }
        }
        return "sa";
    }

    /** The infinitive of a present tense by its ending; none for verbs that tell of a state. */
    private static Optional<String> infinitive(String present) {
        switch (present) {
            case "är",
                    "har",
                    "kan",
                    "vill",
                    "vet",
                    "måste",
                    "bör",
                    "får",
                    "känner",
                    "ser",
                    "tänker",
                    "undrar",
                    "hoppas",
                    "menar",
                    "minns",
                    "säger",
                    "hör",
                    "gör" -> {
                return Optional.empty();
            }
            case "ger", "ber" -> {
                return Optional.of(present.substring(0, present.length() - 1));
            }
            default -> {
                if (present.endsWith("ar") && present.length() > 2) {
                    return Optional.of(present.substring(0, present.length() - 1));
                }
                if (present.endsWith("er") && present.length() > 4) {
                    return Optional.of(present.substring(0, present.length() - 2) + "a");
                }
                return Optional.empty();
            }
        }
    }

    private boolean hasFinite(Clause clause) {
        for (int at = 1; at < Math.min(clause.size(), 8); at++) {
            if (isVerb(clause.word(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(String word) {
        return MODALS.contains(word)
                || FINITE.contains(word)
                || word.length() > 3 && (word.endsWith("ade") || word.endsWith("ar") || word.endsWith("er"));
    }

    /** "vi hinner inte" becomes "vi inte hinner". */
    private static Clause subordinate(Clause clause) {
        for (int at = 1; at + 1 < clause.size() && at < 7; at++) {
            if (isVerb(clause.word(at))) {
                if (SHIFTED_ADVERBS.contains(clause.word(at + 1))
                        && clause.mark(at).isEmpty()) {
                    String verb = clause.form(at);
                    clause.set(at, clause.form(at + 1));
                    clause.set(at + 1, verb);
                }
                return clause;
            }
        }
        return clause;
    }

    /** "ska vi byta" becomes "vi ska byta"; the verb stands at {@code verb}. */
    private static Clause turned(Clause clause, int verb) {
        String form = clause.word(verb);
        clause.set(verb, clause.form(verb + 1));
        clause.set(verb + 1, form);
        return clause;
    }

    private Optional<Report> said(String lead, Clause clause, Report.Act act) {
        int unseen = 0;
        for (int at = 0; at < clause.size(); at++) {
            String word = clause.word(at);
            switch (word) {
                case "jag",
                        "mig",
                        "mej",
                        "min",
                        "mitt",
                        "mina",
                        "du",
                        "dig",
                        "din",
                        "ditt",
                        "dina",
                        "ni",
                        "er",
                        "ert",
                        "era",
                        "tack",
                        "hej" -> {
                    return Optional.empty();
                }
                default -> {}
            }
            boolean object = word.equals("den") || word.equals("dem");
            if (object && at > 0 && (at + 1 == clause.size() || AFTER_OBJECT.contains(clause.word(at + 1)))) {
                return Optional.empty();
            }
            if (pointing.contains(word)) {
                unseen++;
            }
        }
        boolean named = false;
        for (int at = 0; at < clause.size(); at++) {
            String word = clause.word(at);
            switch (word) {
                case "vi" -> {
                    clause.set(at, named ? "de" : "gruppen");
                    named = true;
                }
                case "oss" -> clause.set(at, named ? "dem" : "gruppen");
                case "imorgon" -> clause.set(at, "dagen efter");
                case "igår" -> clause.set(at, "dagen innan");
                case "morgon" -> {
                    if (clause.word(at - 1).equals("i")) {
                        clause.set(at, "efter");
                        clause.set(at - 1, "dagen");
                    }
                }
                case "vår", "vårt", "våra" -> clause.set(at, "gruppens");
                default -> {
                    boolean acronym = clause.form(at).length() > 1
                            && Character.isUpperCase(clause.form(at).charAt(1));
                    if (at == 0 && !acronym && !upperWords.contains(word)) {
                        clause.set(at, word);
                    }
                }
            }
        }
        double clarity = Math.max(0, 1 - 3.0 * unseen / Math.max(8, clause.size()));
        return Optional.of(new Report(lead + clause.text(), act, clarity));
    }
}
