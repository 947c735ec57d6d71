package dev.llmagents.team.meetmind.summary;

import dev.llmagents.team.meetmind.text.WordList;
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
    /** A clause of up to so many words is left whole. */
    private static final int COMFORTABLE = 18;

    private static final int LONGEST = 24;
    private static final int LONGEST_SENTENCE = 90;
    private static final Set<String> OPENERS = WordList.read(EnglishReporter.class, "openers.en.txt");
    private static final Set<String> OPENERS_BEFORE_MARK = WordList.read(EnglishReporter.class, "openers-before-comma.en.txt");
    private static final Set<String> IDLE = WordList.read(EnglishReporter.class, "idle.en.txt");
    private static final Set<String> TAILS = WordList.read(EnglishReporter.class, "tails.en.txt");
    private static final Set<String> OPINION_VERBS = Set.of("think", "believe", "feel", "guess", "suppose", "reckon", "thought", "hope");
    private static final Set<String> TALK_VERBS = Set.of("talk", "speak", "present", "discuss", "show", "describe", "explain");
    private static final Set<String> EMPTY_VERBS = WordList.read(EnglishReporter.class, "empty-verbs.en.txt");
    private static final Set<String> STARTERS = WordList.read(EnglishReporter.class, "clause-starters.en.txt");

    private final EnglishVerbs verbs = new EnglishVerbs();
    private final EnglishShift shift;
    private final String group;
    private final Set<String> lowerWords;
    private final Set<String> names;

    /**
     * @param group what "we" is called, or "they"
     * @param lowerWords words seen without a capital letter, so that the first word of a sentence can lose its own
     * @param names the words of the speakers' names, lower case, which open a sentence as an address
     */
    EnglishReporter(String group, Set<String> lowerWords, Set<String> names) {
        this.group = group;
        this.names = names;
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
        dropIdle(sentence);
        int from = 0;
        while (from < sentence.size()) {
            Clause clause = sentence.from(from);
            int openers = clause.size();
            dropOpeners(clause);
            openers -= clause.size();
            int end = shortenedSize(clause);
            boolean reachesEnd = from + openers + end == sentence.size();
            clause.cutTo(end);
            dropTails(clause);
            if (clause.size() >= 4 && EnglishFluency.isWhole(clause)) {
                boolean question = spoken.sentence().isQuestion() && reachesEnd;
                (question ? question(clause, addressee) : statement(clause)).ifPresent(reports::add);
            }
            from = nextStart(sentence, from + openers + 1);
        }
        return reports;
    }

    /** Where the next clause of the sentence that can stand alone begins; its size if there is none. */
    private static int nextStart(Clause sentence, int from) {
        for (int at = from; at + 4 < sentence.size(); at++) {
            if (isJoint(sentence, at)) {
                return at;
            }
        }
        return sentence.size();
    }

    /** Whether a conjunction or a strong mark at {@code at} begins a clause with its own subject. */
    private static boolean isJoint(Clause clause, int at) {
        if (at > 0 && (clause.mark(at - 1).equals(";") || clause.mark(at - 1).equals(":"))) {
            return true;
        }
        String word = clause.word(at);
        if (isSplice(clause, at)) {
            return true;
        }
        boolean joint = word.equals("and") || word.equals("but") || word.equals("so") || word.equals("because");
        String after = clause.word(at + 1);
        return joint
                && (EnglishFluency.SUBJECTS.contains(after)
                        || after.equals("it")
                        || after.equals("there")
                        || after.equals("that") && at > 0 && !clause.mark(at - 1).isEmpty()
                        || at > 0 && !clause.mark(at - 1).isEmpty() && STARTERS.contains(after));
    }

    private void dropOpeners(Clause clause) {
        boolean dropped = true;
        while (dropped && clause.size() > 3) {
            String word = clause.word(0);
            boolean mark = !clause.mark(0).isEmpty();
            if (OPENERS.contains(word) || mark && (OPENERS_BEFORE_MARK.contains(word) || names.contains(word))) {
                clause.removeFirst(1);
            } else if (clause.has(0, "of", "course")
                    || clause.has(0, "you", "know")
                    || clause.has(0, "i", "mean")
                    || clause.has(0, "at", "least")
                    || clause.has(0, "you", "see")
                    || clause.has(0, "for", "example")
                    || clause.has(0, "for", "instance")
                    || clause.has(0, "in", "fact")
                    || clause.has(0, "all", "right")
                    || clause.has(0, "thank", "you")
                    || clause.has(0, "mr.", "chair")
                    || clause.has(0, "mr.", "speaker")
                    || clause.has(0, "madam", "chair")
                    || clause.has(0, "madam", "speaker")) {
                clause.removeFirst(2);
            } else if (clause.has(0, "as", "you", "know")
                    || clause.has(0, "as", "i", "said")
                    || clause.has(0, "that", "is", "why")
                    || clause.has(0, "like", "i", "said")) {
                clause.removeFirst(3);
            } else {
                dropped = false;
            }
        }
    }

    /** Drops words that weaken and "I think" in mid-sentence. */
    private static void dropIdle(Clause clause) {
        for (int at = 1; at < clause.size(); at++) {
            boolean pair = clause.has(at, "i", "think")
                    || clause.has(at, "i", "guess")
                    || clause.has(at, "i", "mean")
                    || clause.has(at, "i", "suppose")
                    || clause.has(at, "i", "believe")
                    || clause.has(at, "you", "know") && !clause.word(at - 1).equals("do") && !clause.word(at - 1).equals("if")
                    || clause.has(at, "of", "course")
                    || clause.has(at, "pretty", "much")
                    || clause.has(at, "sort", "of") && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1))
                    || clause.has(at, "mr.", "speaker")
                    || clause.has(at, "mr.", "chair");
            int count = pair ? 2 : IDLE.contains(clause.word(at)) && !clause.word(at - 1).equals("not") ? 1 : 0;
            if (count > 0 && at + count <= clause.size()) {
                String mark = clause.mark(at + count - 1);
                for (int step = 0; step < count; step++) {
                    clause.remove(at);
                }
                // A comma pair around the dropped words goes with them; a full stop stays.
                clause.setMark(at - 1, mark.equals(",") && clause.mark(at - 1).equals(",") ? "" : mark.isEmpty() ? clause.mark(at - 1) : mark);
                at--;
            }
        }
    }

    private static void dropTails(Clause clause) {
        while (clause.size() > 4) {
            int last = clause.size() - 1;
            boolean afterMark = clause.mark(last - 1).equals(",");
            if (TAILS.contains(clause.word(last)) && (afterMark || clause.word(last).equals("so") || clause.word(last).equals("then"))) {
                clause.cutTo(last);
            } else if (clause.has(last - 1, "or", "something")
                    || clause.has(last - 1, "or", "whatever")
                    || clause.has(last - 1, "and", "stuff")
                    || clause.has(last - 1, "you", "know")
                    || clause.has(last - 1, "i", "think")
                    || clause.has(last - 1, "i", "guess")
                    || clause.has(last - 1, "or", "not") && afterMark) {
                clause.cutTo(last - 1);
            } else if (clause.has(last - 2, "and", "so", "on")
                    || clause.has(last - 2, "or", "so", "on")
                    || clause.has(last - 2, "and", "so", "forth")
                    || clause.has(last - 2, "stuff", "like", "that")
                    || clause.has(last - 2, "is", "it", "not")
                    || clause.has(last - 3, "and", "things", "like", "that")
                    || clause.has(last - 3, "or", "something", "like", "that")) {
                clause.cutTo(last - (clause.word(last).equals("that") ? 3 : 2));
                if (clause.word(clause.size() - 1).equals("and") || clause.word(clause.size() - 1).equals("or")) {
                    clause.cutTo(clause.size() - 1);
                }
            } else {
                return;
            }
        }
    }

    /** "We got grey, they were good": a new sentence after a mere comma. */
    private static boolean isSplice(Clause clause, int at) {
        String word = clause.word(at);
        boolean subject = EnglishFluency.SUBJECTS.contains(word) || word.equals("it") || word.equals("that") || word.equals("there");
        return at > 3
                && subject
                && clause.mark(at - 1).equals(",")
                && EnglishFluency.AUXILIARIES.contains(clause.word(at + 1))
                && !isConditional(clause.word(0))
                && !EnglishFluency.PREPOSITIONS.contains(clause.word(0));
    }

    private static boolean isConditional(String word) {
        return switch (word) {
            case "if", "when", "as", "since", "while", "although", "even", "once", "what", "until", "unless", "after", "before" -> true;
            default -> false;
        };
    }

    /** The size to cut a clause to: its own if it is short, else up to the last place it may end before it grows too long. */
    private static int shortenedSize(Clause clause) {
        int size = clause.size();
        int splice = size;
        for (int at = 4; at < size; at++) {
            if (isSplice(clause, at)) {
                splice = at;
                break;
            }
        }
        for (int at = Math.min(LONGEST, splice - 2); at >= 7; at--) {
            String word = clause.word(at);
            boolean afterMark = !clause.mark(at - 1).isEmpty();
            boolean aside = afterMark
                    && (word.equals("which") || word.equals("where") || word.equals("who") || word.equals("including") || word.equals("such")
                            || word.equals("as") || word.equals("and") || word.equals("but") || word.equals("or") || word.equals("so"));
            if (isJoint(clause, at) && splice > COMFORTABLE || splice > LONGEST && aside) {
                return at;
            }
        }
        return splice;
    }

    private Optional<Report> statement(Clause clause) {
        if (clause.has(0, "let", "us")) {
            return EMPTY_VERBS.contains(clause.word(2)) ? Optional.empty() : said("proposed that " + (group.equals("they") ? "they " : group + " "), clause.from(2), Report.Act.SUGGEST);
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
            if (verb.equals("decided") || verb.equals("agreed") || clause.has(1, "have", "decided") || clause.has(1, "have", "agreed")) {
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
            dropOpeners(rest);
            if (rest.size() < 4 || !isSubject(rest)) {
                return Optional.empty();
            }
            if (rest.word(0).equals("we") && (rest.word(1).equals("should") || rest.word(1).equals("could"))) {
                return said("suggested that ", rest, Report.Act.SUGGEST);
            }
            boolean past = verb.equals("thought");
            return past ? Optional.empty() : said(verb.equals("hope") ? "hoped that " : verb.equals("feel") ? "felt that " : verb.equals("believe") ? "believed that " : "thought that ", rest, Report.Act.STATE);
        }
        if (verb.equals("suggest") || verb.equals("propose") || verb.equals("recommend")
                || (verb.equals("would") && (clause.word(2).equals("suggest") || clause.word(2).equals("propose") || clause.word(2).equals("recommend")))) {
            int start = verb.equals("would") ? 3 : 2;
            String past = clause.word(start - 1).equals("propose") ? "proposed " : clause.word(start - 1).equals("suggest") ? "suggested " : "recommended ";
            return said(past, clause.from(start), Report.Act.SUGGEST);
        }
        int will = verb.equals("will") ? 2 : clause.has(1, "am", "going", "to") ? 4 : 0;
        if (will > 0) {
            boolean noVerb = EnglishFluency.DETERMINERS.contains(clause.word(will)) || EnglishFluency.PREPOSITIONS.contains(clause.word(will));
            if (noVerb) {
                return Optional.empty();
            }
            if (TALK_VERBS.contains(clause.word(will)) && !clause.word(will + 1).equals("you")) {
                return said(past(clause.word(will)) + " ", clause.from(will + 1), Report.Act.PRESENT);
            }
            return EMPTY_VERBS.contains(clause.word(will)) ? Optional.empty() : said("would ", clause.from(will), Report.Act.PROMISE);
        }
        int want = clause.has(1, "want", "to") || clause.has(1, "wanted", "to") ? 3 : clause.has(1, "would", "like", "to") ? 4 : 0;
        if (want > 0) {
            if (clause.has(want, "talk", "about") || clause.has(want, "discuss")) {
                return said("wanted to ", clause.from(want), Report.Act.PRESENT);
            }
            return EMPTY_VERBS.contains(clause.word(want)) ? Optional.empty() : said("wanted to ", clause.from(want), Report.Act.SUGGEST);
        }
        boolean introduction = EnglishFluency.DETERMINERS.contains(clause.word(2)) || clause.word(2).equals("in") || clause.word(2).equals("not");
        return (verb.equals("am") || verb.equals("was") || verb.equals("have")) && !introduction ? plain(clause) : Optional.empty();
    }

    private String past(String base) {
        String past = verbs.pastOfBase(base);
        return past.isEmpty() ? "spoke of" : past;
    }

    private Optional<Report> plain(Clause clause) {
        if (!isSubject(clause) || !hasFiniteVerb(clause)) {
            return Optional.empty();
        }
        return said(statementVerb(clause) + " that ", clause, Report.Act.STATE);
    }

    private boolean isSubject(Clause clause) {
        String first = clause.word(0);
        String second = clause.word(1);
        if (second.equals("them") || second.equals("me") || second.equals("him") || second.equals("us")) {
            return false;
        }
        boolean questionLike = isAsking(first) && EnglishFluency.AUXILIARIES.contains(clause.word(1));
        if (questionLike || first.endsWith("ing") || first.endsWith("ed") || EnglishFluency.PREPOSITIONS.contains(first) && !hasSubjectAfterPlace(clause)) {
            return false;
        }
        boolean imperative = !verbs.pastOfBase(first).isEmpty() && !first.equals("people");
        if (EnglishFluency.AUXILIARIES.contains(first) || first.equals("not") || first.equals("to") || imperative) {
            return false;
        }
        if (first.equals("if") || first.equals("when") || first.equals("since") || first.equals("as") || first.equals("while")
                || first.equals("although") || first.equals("even") || first.equals("once")) {
            return hasMainClause(clause);
        }
        if (first.equals("either") || first.equals("whether") || first.equals("only") || first.equals("because") || first.equals("more")
                || first.equals("how") || first.equals("why") || first.equals("which") || first.equals("who") || first.equals("that")) {
            return false;
        }
        boolean pointing = first.equals("it") || first.equals("this") || first.equals("that") || first.equals("he") || first.equals("she");
        if (pointing && (EnglishFluency.AUXILIARIES.contains(clause.word(1)) || !first.equals("this") && !first.equals("that"))) {
            return false;
        }
        return STARTERS.contains(first) || Character.isLetter(first.charAt(0)) && !EnglishFluency.CONJUNCTIONS.contains(first);
    }

    /** "If we use plastic, it will be cheaper": a comma or "then", and a subject with its verb after it. */
    private static boolean hasMainClause(Clause clause) {
        for (int at = 2; at + 2 < clause.size(); at++) {
            boolean joint = clause.mark(at).equals(",") || clause.word(at).equals("then");
            String next = clause.word(at + 1);
            boolean subject = EnglishFluency.SUBJECTS.contains(next) || next.equals("it") || next.equals("there") || next.equals("that")
                    || EnglishFluency.DETERMINERS.contains(next);
            if (joint && subject) {
                return true;
            }
        }
        return false;
    }

    /** "In Wales, we have": after the place or time comes a subject before the verb does. */
    private static boolean hasSubjectAfterPlace(Clause clause) {
        for (int at = 1; at < clause.size(); at++) {
            String word = clause.word(at);
            boolean subject = EnglishFluency.SUBJECTS.contains(word) || word.equals("it") || word.equals("there");
            if (subject || clause.mark(at).equals(",") || at > 1 && EnglishFluency.DETERMINERS.contains(word)
                    && !EnglishFluency.PREPOSITIONS.contains(clause.word(at - 1))) {
                return true;
            }
            if (EnglishFluency.AUXILIARIES.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPronoun(String word) {
        return EnglishFluency.SUBJECTS.contains(word) || word.equals("it") || word.equals("there");
    }

    private boolean hasFiniteVerb(Clause clause) {
        boolean conditional = isConditional(clause.word(0));
        int needed = 1;
        for (int at = 1; at < clause.size(); at++) {
            String word = clause.word(at);
            // A verb that only belongs to "which ..." or "because ..." leaves the main clause without one.
            boolean subordinate = EnglishFluency.CONJUNCTIONS.contains(word) && !word.equals("and") && !word.equals("or");
            if (subordinate && !conditional && clause.mark(at - 1).equals(",")) {
                return false;
            }
            // "the parts which were late" has a verb, but the sentence still wants one.
            if ((word.equals("which") || word.equals("who")) && !conditional) {
                needed = 2;
            }
            // "The yellow, it could be lighter" begins twice.
            boolean placed = EnglishFluency.PREPOSITIONS.contains(clause.word(0)) || clause.word(0).endsWith("ly") || conditional;
            if (at > 1 && clause.mark(at - 1).equals(",") && !placed && !clause.word(at).equals("and") && isPronoun(word)) {
                return false;
            }
            if (EnglishFluency.AUXILIARIES.contains(word) && !clause.word(at - 1).equals("to") && --needed == 0) {
                return true;
            }
            boolean subject = EnglishFluency.SUBJECTS.contains(clause.word(at - 1)) || clause.word(at - 1).equals("it") || clause.word(at - 1).equals("people");
            if (subject && (!verbs.pastOfBase(word).isEmpty() || !verbs.pastOfThird(word).isEmpty() || verbs.isPast(word)) && --needed == 0) {
                return true;
            }
            boolean third = at <= 4 && at >= 2 && !verbs.pastOfThird(word).isEmpty() && !EnglishFluency.PREPOSITIONS.contains(clause.word(0));
            String next = clause.word(at + 1);
            boolean object = EnglishFluency.DETERMINERS.contains(next) || EnglishFluency.PREPOSITIONS.contains(next) || next.equals("that");
            if (third && object && !EnglishFluency.DETERMINERS.contains(clause.word(at - 1)) && --needed == 0) {
                return true;
            }
        }
        return false;
    }

    private static String statementVerb(Clause clause) {
        boolean problem = false;
        boolean cause = false;
        boolean done = false;
        for (int at = 0; at < clause.size(); at++) {
            switch (clause.word(at)) {
                case "problem", "problems", "difficult", "hard", "issue", "issues", "risk", "fails", "too", "cannot", "however", "expensive" -> problem = true;
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
        boolean pronoun = EnglishFluency.SUBJECTS.contains(second) || second.equals("it") || second.equals("there") || second.equals("you");
        if (second.equals("you") && (first.equals("can") || first.equals("could") || first.equals("will") || first.equals("would"))) {
            return request(clause, addressee);
        }
        if (EnglishFluency.AUXILIARIES.contains(first) && pronoun && !second.equals("you")) {
            Clause rest = uninverted(clause, 0);
            return said("asked whether ", rest, Report.Act.ASK);
        }
        if (isAsking(first)) {
            if ((first.equals("what") || first.equals("how")) && second.equals("about")) {
                return clause.size() <= 12 ? said("asked about ", clause.from(2), Report.Act.ASK) : Optional.empty();
            }
            for (int at = 1; at < Math.min(6, clause.size() - 2); at++) {
                String subject = clause.word(at + 1);
                boolean subjectNext = EnglishFluency.SUBJECTS.contains(subject) || subject.equals("it") || subject.equals("there");
                if (EnglishFluency.AUXILIARIES.contains(clause.word(at)) && subjectNext) {
                    return said("asked ", uninverted(clause, at), Report.Act.ASK);
                }
            }
            boolean copula = EnglishFluency.BE.contains(second);
            if (copula && EnglishFluency.DETERMINERS.contains(clause.word(2)) && clause.size() <= 11 && first.equals("what")) {
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

    private static boolean isAsking(String word) {
        return switch (word) {
            case "what", "how", "why", "when", "where", "who", "which" -> true;
            default -> false;
        };
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
        for (int at = 0; at < clause.size(); at++) {
            switch (clause.word(at)) {
                case "you", "your", "yours", "yourself", "yeah", "okay", "thank", "thanks", "hello", "welcome", "sorry", "bye" -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        if (clause.size() > LONGEST + 2) {
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
        boolean name = clause.size() > 1 && Character.isUpperCase(clause.form(1).charAt(0)) && word.equals("new");
        if (name) {
            return;
        }
        if (STARTERS.contains(word) || isAsking(word) || !acronym && lowerWords.contains(word)) {
            clause.set(0, word);
        }
    }
}
