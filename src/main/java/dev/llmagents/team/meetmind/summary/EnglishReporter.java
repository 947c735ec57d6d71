package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.word.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * English direct speech as reported speech: "So I think we should, you know, use plastic" becomes "suggested that the
 * group should use plastic".
 *
 * <p>What a sentence does is read from its first words: a proposal, a wish, a promise, a request, a question, else a
 * statement. A sentence that broke off, or that points at things the reader cannot see, has no report.
 */
final class EnglishReporter implements Reporter {

    private static final int SHORTEST = 5;
    private static final int LONGEST_SENTENCE = 90;
    /** One word that points at something unseen is too much in a short decision: "keep it short". */
    private static final double LEAST_CLARITY_OF_DECISION = 0.65;

    private static final Set<String> OPINION_VERBS =
            Set.of("think", "believe", "feel", "guess", "suppose", "reckon", "thought", "hope");
    private static final Set<String> TALK_VERBS =
            Set.of("talk", "speak", "present", "discuss", "show", "describe", "explain");
    private static final Set<String> EMPTY_VERBS = WordList.read(EnglishReporter.class, "empty-verbs.en.txt");

    private final EnglishVerbs verbs = new EnglishVerbs();
    private final EnglishShift shift;
    /** For clauses whose sentence has named the group already. */
    private final EnglishShift ownSide = new EnglishShift(verbs, "they");

    private final String group;
    private final Set<String> lowerWords;
    private final EnglishGrammar grammar = new EnglishGrammar(verbs);
    private final EnglishSoundness soundness = new EnglishSoundness(verbs);
    private final EnglishTrim trim;

    /**
     * @param group what "we" is called, or "they"
     * @param lowerWords words seen without a capital letter, so that the first word of a sentence can lose its own
     * @param names the words of the speakers' names, lower case, which open a sentence as an address
     */
    EnglishReporter(String group, Set<String> lowerWords, Set<String> names) {
        this.group = group;
        this.trim = new EnglishTrim(names);
        this.lowerWords = lowerWords;
        this.shift = new EnglishShift(verbs, group);
    }

    @Override
    public List<Report> reports(Spoken spoken, Optional<String> addressee) {
        int words = spoken.words().size();
        if (words < SHORTEST - 1 || words > LONGEST_SENTENCE) {
            return List.of();
        }
        List<Report> reports = new ArrayList<>();
        Clause sentence = Contractions.expand(Clause.of(spoken.text()));
        EnglishTrim.dropIdle(sentence);
        int from = 0;
        while (from < sentence.size()) {
            Clause clause = sentence.from(from);
            int openers = clause.size();
            trim.dropOpeners(clause);
            openers -= clause.size();
            int end = EnglishCuts.shortenedSize(clause);
            boolean reachesEnd = from + openers + end == sentence.size();
            clause.cutTo(end);
            EnglishTrim.dropTails(clause);
            if (clause.size() >= 4 && EnglishFluency.isWhole(clause)) {
                boolean question = spoken.sentence().isQuestion() && reachesEnd;
                Optional<Report> report = question ? question(clause, addressee) : statement(clause);
                if (report.isPresent()) {
                    reports.add(report.get());
                }
            }
            from = EnglishCuts.nextStart(sentence, from + openers + 1);
        }
        return reports;
    }

    @Override
    public Optional<String> decision(String text) {
        Clause clause = Contractions.expand(Clause.of(text));
        trim.dropOpeners(clause);
        EnglishTrim.dropIdle(clause);
        EnglishTrim.dropTails(clause);
        Clause rest = clause;
        String joint = "that ";
        for (int at = 0; at < Math.min(6, clause.size() - 3); at++) {
            String word = clause.word(at);
            if (word.equals("decided") || word.equals("agreed") || word.equals("decide") || word.equals("agree")) {
                String next = clause.word(at + 1);
                boolean bare = !next.equals("to") && !next.equals("on") && !next.equals("that");
                joint = bare || next.equals("that") ? "that " : next + " ";
                rest = clause.from(bare ? at + 1 : at + 2);
                break;
            }
        }
        if (rest.word(0).equals("i")
                && (rest.word(1).equals("propose") || rest.word(1).equals("suggest"))) {
            rest = rest.from(rest.word(2).equals("that") ? 3 : 2);
            joint = "that ";
        }
        if (rest.has(0, "let", "us")) {
            joint = "to ";
            rest = rest.from(2);
        }
        int verb = rest.has(0, "we", "will") || rest.has(0, "we", "should")
                ? 2
                : rest.has(0, "we", "are", "going", "to") ? 4 : 1;
        if (rest.word(0).equals("we") && !verbs.pastOfBase(rest.word(verb)).isEmpty()) {
            joint = "to ";
            rest = rest.from(verb);
        } else if (rest.has(0, "we", "will", "not")
                || rest.has(0, "we", "do", "not")
                || rest.has(0, "we", "should", "not")) {
            joint = "not to ";
            rest = rest.from(3);
        }
        if (joint.equals("that ") && rest.has(0, "do", "not")) {
            joint = "not to ";
            rest = rest.from(2);
        } else if (joint.equals("that ") && !verbs.pastOfBase(rest.word(0)).isEmpty() && !grammar.isSubject(rest)) {
            joint = "to "; // worded as an order: "launch in May"
        }
        boolean clauseNeeded = joint.equals("that ");
        if (rest.size() < 2
                || rest.size() > EnglishCuts.LONGEST
                || !EnglishFluency.isWhole(rest)
                || clauseNeeded && (rest.size() < 3 || !grammar.isSubject(rest) || !grammar.hasFiniteVerb(rest))) {
            return Optional.empty();
        }
        String lead = joint;
        if (joint.endsWith("to ")) {
            Clause infinitive = new Clause();
            if (joint.startsWith("not")) {
                infinitive.add("not", "");
            }
            infinitive.add("to", "");
            for (int at = 0; at < rest.size(); at++) {
                infinitive.add(at == 0 ? ClosingText.lowerFirst(rest.form(at)) : rest.form(at), rest.mark(at));
            }
            rest = infinitive;
            lead = "";
        }
        return said(lead, rest, Report.Act.DECIDE, ownSide)
                .filter(report -> report.clarity() >= LEAST_CLARITY_OF_DECISION)
                .map(Report::predicate);
    }

    @Override
    public Optional<String> question(String text) {
        Clause clause = Contractions.expand(Clause.of(text));
        trim.dropOpeners(clause);
        EnglishTrim.dropIdle(clause);
        EnglishTrim.dropTails(clause);
        // An open question is open still, so it keeps its tense where it can.
        Optional<Report> report =
                EnglishFluency.isWhole(clause) ? question(clause, Optional.empty()) : Optional.empty();
        return report.filter(
                        found -> found.clarity() >= 0.6 && found.predicate().startsWith("asked "))
                .map(found -> found.predicate().substring("asked ".length()))
                .filter(found -> !found.startsWith("about "));
    }

    private Optional<Report> statement(Clause clause) {
        if (clause.has(0, "let", "us")) {
            return EMPTY_VERBS.contains(clause.word(2))
                    ? Optional.empty()
                    : said(
                            "proposed that " + (group.equals("they") ? "they " : group + " "),
                            clause.from(2),
                            Report.Act.SUGGEST);
        }
        if (clause.word(0).equals("i")) {
            return firstPerson(clause);
        }
        if (clause.word(0).equals("we") && !clause.mark(0).equals(",")) {
            int next = 1;
            String verb = clause.word(next);
            if (verb.equals("should") || verb.equals("could") || verb.equals("might")) {
                return said("suggested that ", clause, Report.Act.SUGGEST);
            }
            if (verb.equals("decided")
                    || verb.equals("agreed")
                    || clause.has(1, "have", "decided")
                    || clause.has(1, "have", "agreed")) {
                return said("noted that ", clause, Report.Act.DECIDE);
            }
        }
        return plain(clause);
    }

    private Optional<Report> firstPerson(Clause clause) {
        String verb = clause.word(1);
        if (OPINION_VERBS.contains(verb)) {
            int start = clause.word(2).equals("that") ? 3 : 2;
            Clause rest = clause.from(start);
            trim.dropOpeners(rest);
            if (rest.size() < 4 || !grammar.isSubject(rest) || !grammar.hasFiniteVerb(rest)) {
                return Optional.empty();
            }
            if (rest.word(0).equals("we")
                    && (rest.word(1).equals("should") || rest.word(1).equals("could"))) {
                return said("suggested that ", rest, Report.Act.SUGGEST);
            }
            boolean past = verb.equals("thought");
            return past
                    ? Optional.empty()
                    : said(
                            verb.equals("hope")
                                    ? "hoped that "
                                    : verb.equals("feel")
                                            ? "felt that "
                                            : verb.equals("believe") ? "believed that " : "thought that ",
                            rest,
                            Report.Act.STATE);
        }
        if (verb.equals("suggest")
                || verb.equals("propose")
                || verb.equals("recommend")
                || (verb.equals("would")
                        && (clause.word(2).equals("suggest")
                                || clause.word(2).equals("propose")
                                || clause.word(2).equals("recommend")))) {
            int start = verb.equals("would") ? 3 : 2;
            String past = clause.word(start - 1).equals("propose")
                    ? "proposed "
                    : clause.word(start - 1).equals("suggest") ? "suggested " : "recommended ";
            return said(past, clause.from(start), Report.Act.SUGGEST);
        }
        int will = verb.equals("will") ? 2 : clause.has(1, "am", "going", "to") ? 4 : 0;
        if (will > 0) {
            boolean noVerb = EnglishFluency.DETERMINERS.contains(clause.word(will))
                    || EnglishFluency.PREPOSITIONS.contains(clause.word(will));
            if (noVerb) {
                return Optional.empty();
            }
            if (TALK_VERBS.contains(clause.word(will)) && !clause.word(will + 1).equals("you")) {
                return said(past(clause.word(will)) + " ", clause.from(will + 1), Report.Act.PRESENT);
            }
            boolean empty =
                    EMPTY_VERBS.contains(clause.word(will)) || clause.word(will).equals("not");
            return empty
                    ? Optional.empty()
                    : said("would ", clause.from(will), Report.Act.PROMISE).filter(report -> report.clarity() >= 0.9);
        }
        int want = clause.has(1, "want", "to") || clause.has(1, "wanted", "to")
                ? 3
                : clause.has(1, "would", "like", "to") ? 4 : 0;
        if (want > 0) {
            if (clause.has(want, "talk", "about") || clause.has(want, "discuss")) {
                return said("wanted to ", clause.from(want), Report.Act.PRESENT);
            }
            return EMPTY_VERBS.contains(clause.word(want))
                    ? Optional.empty()
                    : said("wanted to ", clause.from(want), Report.Act.SUGGEST);
        }
        boolean introduction = EnglishFluency.DETERMINERS.contains(clause.word(2))
                || clause.word(2).equals("in")
                || clause.word(2).equals("not");
        return (verb.equals("am") || verb.equals("was") || verb.equals("have")) && !introduction
                ? plain(clause)
                : Optional.empty();
    }

    private String past(String base) {
        String past = verbs.pastOfBase(base);
        return past.isEmpty() ? "spoke of" : past;
    }

    private Optional<Report> plain(Clause clause) {
        EnglishTrim.spellOutThat(clause);
        if (!grammar.isSubject(clause) || !grammar.hasFiniteVerb(clause)) {
            return Optional.empty();
        }
        return said(statementVerb(clause) + " that ", clause, Report.Act.STATE);
    }

    private static String statementVerb(Clause clause) {
        boolean problem = false;
        boolean cause = false;
        boolean done = false;
        for (int at = 0; at < clause.size(); at++) {
            switch (clause.word(at)) {
                case "problem",
                        "problems",
                        "difficult",
                        "hard",
                        "issue",
                        "issues",
                        "risk",
                        "fails",
                        "too",
                        "cannot",
                        "however",
                        "expensive",
                        "leaks",
                        "crashes",
                        "broken",
                        "rejects",
                        "delayed",
                        "missing",
                        "blocked",
                        "wrong",
                        "unhappy",
                        "late",
                        "stuck" -> problem = true;
                case "because", "means", "if", "so", "therefore", "which", "works" -> cause = true;
                case "done", "finished", "fixed", "completed", "been", "percent" -> done = true;
                default -> {}
            }
        }
        return problem ? "pointed out" : done ? "reported" : cause ? "explained" : "said";
    }

    private Optional<Report> question(Clause clause, Optional<String> addressee) {
        String first = clause.word(0);
        String second = clause.word(1);
        boolean pronoun = EnglishFluency.SUBJECTS.contains(second)
                || second.equals("it")
                || second.equals("there")
                || second.equals("you");
        if (second.equals("you")
                && (first.equals("can") || first.equals("could") || first.equals("will") || first.equals("would"))) {
            return request(clause, addressee);
        }
        if (EnglishFluency.AUXILIARIES.contains(first) && pronoun && !second.equals("you")) {
            Clause rest = uninverted(clause, 0);
            return said("asked whether ", rest, Report.Act.ASK);
        }
        if (EnglishGrammar.isAsking(first)) {
            if ((first.equals("what") || first.equals("how")) && second.equals("about")) {
                return clause.size() <= 12 ? said("asked about ", clause.from(2), Report.Act.ASK) : Optional.empty();
            }
            for (int at = 1; at < Math.min(6, clause.size() - 2); at++) {
                String subject = clause.word(at + 1);
                boolean subjectNext =
                        EnglishFluency.SUBJECTS.contains(subject) || subject.equals("it") || subject.equals("there");
                if (EnglishFluency.AUXILIARIES.contains(clause.word(at)) && subjectNext) {
                    return said("asked ", uninverted(clause, at), Report.Act.ASK);
                }
            }
            if ((first.equals("who") || first.equals("what"))
                    && !EnglishFluency.AUXILIARIES.contains(second)
                    && !verbs.pastOfThird(second).isEmpty()) {
                return said("asked ", clause, Report.Act.ASK);
            }
            if (first.equals("how")
                    && EnglishFluency.BE.contains(clause.word(2))
                    && EnglishFluency.DETERMINERS.contains(clause.word(3))
                    && clause.size() <= 8) {
                Clause rest = new Clause();
                for (int at = 0; at < clause.size(); at++) {
                    if (at != 2) {
                        rest.add(clause.form(at), "");
                    }
                }
                rest.add(clause.word(2), "");
                return said("asked ", rest, Report.Act.ASK);
            }
            boolean copula = EnglishFluency.BE.contains(second);
            if (copula
                    && EnglishFluency.DETERMINERS.contains(clause.word(2))
                    && clause.size() <= 11
                    && first.equals("what")) {
                Clause rest = new Clause();
                rest.add("what", "");
                for (int at = 2; at < clause.size(); at++) {
                    rest.add(clause.form(at), "");
                }
                rest.add(second, "");
                return said("asked ", rest, Report.Act.ASK);
            }
        }
        return Optional.empty();
    }

    private Optional<Report> request(Clause clause, Optional<String> addressee) {
        int start = clause.word(2).equals("please") ? 3 : 2;
        if (addressee.isEmpty() || EMPTY_VERBS.contains(clause.word(start)) || clause.size() - start < 3) {
            return Optional.empty();
        }
        Clause rest = clause.from(start);
        return said("asked " + addressee.get() + " to ", rest, Report.Act.REQUEST);
    }

    /** "should we use it" becomes "we should use it"; "do we need" becomes "we need". */
    private static Clause uninverted(Clause clause, int auxiliary) {
        Clause out = new Clause();
        for (int at = 0; at < clause.size(); at++) {
            if (at == auxiliary) {
                continue;
            }
            out.add(clause.form(at), clause.mark(at));
            if (at == auxiliary + 1) {
                String word = clause.word(auxiliary);
                boolean support = word.equals("do") || word.equals("does");
                if (!support) {
                    out.add(word, "");
                }
            }
        }
        return out;
    }

    private Optional<Report> said(String lead, Clause clause, Report.Act act) {
        return said(lead, clause, act, shift);
    }

    private Optional<Report> said(String lead, Clause clause, Report.Act act, EnglishShift shift) {
        for (int at = 0; at < clause.size(); at++) {
            switch (clause.word(at)) {
                case "you",
                        "your",
                        "yours",
                        "yourself",
                        "yeah",
                        "okay",
                        "thank",
                        "thanks",
                        "hello",
                        "welcome",
                        "sorry",
                        "bye" -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        if (clause.size() > EnglishCuts.LONGEST + 2 || !soundness.isSound(clause)) {
            return Optional.empty();
        }
        double clarity = EnglishFluency.clarity(clause);
        lowerFirst(clause);
        shift.apply(clause);
        String text = clause.text();
        if (text.isEmpty() || clause.size() < (act == Report.Act.ASK ? 2 : 3)) {
            return Optional.empty();
        }
        return Optional.of(new Report(lead + text, act, clarity));
    }

    private void lowerFirst(Clause clause) {
        if (clause.size() == 0) {
            return;
        }
        String word = clause.word(0);
        String form = clause.form(0);
        boolean acronym = form.length() > 1 && Character.isUpperCase(form.charAt(1));
        // "New Jersey", "Minister Berg": a capital that stays because of the next word's.
        String next = clause.size() > 1 ? clause.form(1) : "";
        boolean nextCapital =
                next.length() > 1 && Character.isUpperCase(next.charAt(0)) && Character.isLowerCase(next.charAt(1));
        boolean name = nextCapital && (word.equals("new") || !EnglishGrammar.STARTERS.contains(word));
        if (name) {
            return;
        }
        if (EnglishGrammar.STARTERS.contains(word)
                || EnglishGrammar.isAsking(word)
                || !acronym && lowerWords.contains(word)) {
            clause.set(0, word);
        }
    }
}
