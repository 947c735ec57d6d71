package dev.llmagents.team.meetmind.summary;

import dev.llmagents.agent.Source;
import dev.llmagents.team.meetmind.ActionItem;
import dev.llmagents.team.meetmind.Evidence;
import dev.llmagents.team.meetmind.Finding;
import dev.llmagents.team.meetmind.SummarySentence;
import dev.llmagents.team.meetmind.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The end of a summary: what was decided and who does what next, as far as a few words tell it. */
final class Closing {

    private static final int MOST_DECISIONS = 2;
    private static final int MOST_QUESTIONS = 2;
    private static final int MOST_TASKS = 3;
    private static final int MOST_WORDS = 30;
    private static final int MOST_TASK_WORDS = 16;
    /** From here on a decision was said in so many words; what is less sure stays out of a text that states it as fact. */
    private static final double SURE_DECISION = 0.8;

    private static final double SURE_TASK = 0.7;

    /** "Fix it" tells a reader of the summary nothing. */
    private static final Set<String> POINTING =
            Set.of("it", "that", "this", "them", "those", "det", "den", "de", "detta", "dem");

    private final List<SummarySentence> sentences = new ArrayList<>();

    /** @param questions what was left open; none are told if empty */
    Closing(
            List<Finding> decisions,
            List<ActionItem> actions,
            List<Finding> questions,
            Reporter reporter,
            Prose prose,
            Speakers speakers) {
        if (!decisions.isEmpty()) {
            addDecisions(decisions, reporter, prose);
        }
        if (!actions.isEmpty()) {
            addTasks(actions, prose, speakers);
        }
        addQuestions(questions, reporter, prose);
    }

    private void addDecisions(List<Finding> decisions, Reporter reporter, Prose prose) {
        List<Finding> surest = new ArrayList<>();
        for (Finding decision : decisions) {
            if (decision.confidence() >= SURE_DECISION && words(decision.text()) <= MOST_WORDS) {
                surest.add(decision);
            }
        }
        surest.sort(Comparator.comparingDouble(Finding::confidence).reversed());
        List<Finding> told = new ArrayList<>();
        for (Finding decision : surest) {
            if (told.size() < MOST_DECISIONS
                    && reporter.decision(decision.text()).isPresent()) {
                told.add(decision);
            }
        }
        told.sort(Comparator.comparingInt(decision -> decision.evidence().line()));
        for (Finding decision : told) {
            String wording = reporter.decision(decision.text()).orElseThrow();
            sentences.add(
                    sentence(prose.decided(wording, !sentences.isEmpty()), decision.evidence(), decision.confidence()));
        }
    }

    private void addQuestions(List<Finding> questions, Reporter reporter, Prose prose) {
        List<String> told = new ArrayList<>();
        Optional<Finding> first = Optional.empty();
        for (Finding question : questions) {
            Optional<String> wording = reporter.question(question.text());
            if (told.size() < MOST_QUESTIONS && wording.isPresent()) {
                told.add(wording.get());
                first = first.isPresent() ? first : Optional.of(question);
            }
        }
        if (first.isPresent()) {
            sentences.add(sentence(
                    prose.leftOpen(told), first.get().evidence(), first.get().confidence()));
        }
    }

    List<SummarySentence> sentences() {
        return sentences;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (SummarySentence sentence : sentences) {
            text.append(text.length() == 0 ? "" : " ").append(sentence.text());
        }
        return text.toString();
    }

    private void addTasks(List<ActionItem> actions, Prose prose, Speakers speakers) {
        Map<String, List<String>> byOwner = new LinkedHashMap<>();
        Optional<Evidence> first = Optional.empty();
        double confidence = 1;
        int told = 0;
        for (ActionItem action : actions) {
            boolean clear = action.owner().isPresent()
                    && action.confidence() >= SURE_TASK
                    && isShortAndThirdPerson(plain(action.text()));
            if (clear && told < MOST_TASKS) {
                String owner = speakers.name(action.owner().get());
                byOwner.computeIfAbsent(owner, name -> new ArrayList<>()).add(withTime(action, prose));
                first = first.isPresent() ? first : Optional.of(action.evidence());
                confidence = Math.min(confidence, action.confidence());
                told++;
            }
        }
        List<Prose.Tasks> tasks = new ArrayList<>();
        byOwner.forEach((owner, texts) -> tasks.add(new Prose.Tasks(owner, texts)));
        if (first.isPresent()) {
            sentences.add(sentence(prose.next(tasks), first.get(), confidence));
        }
    }

    /** Without an explanation in brackets at the end. */
    private static String plain(String text) {
        int bracket = text.indexOf(" (");
        return bracket > 0 ? text.substring(0, bracket) : text;
    }

    private static boolean isShortAndThirdPerson(String text) {
        List<String> words = Words.of(text);
        if (words.size() < 2 || POINTING.contains(words.get(1)) || POINTING.contains(words.get(words.size() - 1))) {
            return false;
        }
        for (String word : words) {
            switch (word) {
                case "my",
                        "me",
                        "i'll",
                        "i'm",
                        "i've",
                        "you",
                        "your",
                        "jag",
                        "mig",
                        "min",
                        "mitt",
                        "mina",
                        "du",
                        "dig",
                        "din",
                        "ditt" -> {
                    return false;
                }
                default -> {}
            }
        }
        return words.size() <= MOST_TASK_WORDS && !text.contains(" I ") && !text.startsWith("I ");
    }

    /** The task with the words that were said about its time, unless it holds them. */
    private static String withTime(ActionItem action, Prose prose) {
        String text = ClosingText.lowerFirst(ClosingText.bare(plain(action.text())));
        String time = ClosingText.bare(action.dueText().orElse(""));
        boolean told = text.toLowerCase(Locale.ROOT).contains(time.toLowerCase(Locale.ROOT));
        String wording = inThirdPerson(text, prose);
        // Whoever reads the mail next week does not know which day "tomorrow" was.
        boolean relative = action.due().isPresent() && !hasDigit(time) && !isSpan(time);
        String day = relative ? prose.day(action.due().get()) : "";
        if (told) {
            return day.isEmpty() || time.isEmpty() ? wording : wording + " (" + day + ")";
        }
        return wording + " (" + ClosingText.lowerFirst(time) + (day.isEmpty() ? "" : ", " + day) + ")";
    }

    /** "Next week" is no day. */
    private static boolean isSpan(String time) {
        return switch (time.toLowerCase(Locale.ROOT)) {
            case "next week",
                    "this week",
                    "next month",
                    "this month",
                    "nästa vecka",
                    "i veckan",
                    "denna vecka",
                    "nästa månad" -> true;
            default -> false;
        };
    }

    private static boolean hasDigit(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** "Ask whether we can borrow it": the meeting in place of "we". */
    private static String inThirdPerson(String text, Prose prose) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split(" ")) {
            boolean group = word.equals("we") || word.equals("us") || word.equals("vi") || word.equals("oss");
            out.append(out.length() > 0 ? " " : "").append(group ? prose.group() : word);
        }
        return out.toString();
    }

    private static SummarySentence sentence(String text, Evidence evidence, double confidence) {
        return new SummarySentence(text, evidence, confidence, Source.RULES);
    }

    private static int words(String text) {
        return text.split(" ").length;
    }
}
