package dev.llmagents.team.meetmind.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The summary's sentences in English. */
final class EnglishProse implements Prose {

    private static final String[] SAID = {"said ", "explained ", "noted ", "said ", "mentioned "};
    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"
    };
    private static final String[] THEN = {"Then ", "After that, ", "Next, ", "Later, "};

    private final String group;

    EnglishProse(String group) {
        this.group = group;
    }

    @Override
    public String opening(Optional<Gist> gist, List<KeyPhrase> subjects) {
        String list = list(subjects);
        if (gist.isEmpty()) {
            return list.isEmpty() ? "The meeting was short." : "The meeting was about " + list + ".";
        }
        String phrase = gist.get().phrase();
        String rest = list.isEmpty() ? "." : ", with a focus on " + list + ".";
        return switch (gist.get().kind()) {
            case MEETING -> "This was the " + phrase + rest;
            case SUBJECT -> "The meeting was about " + phrase + rest;
            case GOAL -> "The aim of the meeting was to " + phrase + rest;
        };
    }

    @Override
    public String day(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1];
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String titled(String title, List<KeyPhrase> subjects) {
        String list = list(subjects);
        return list.isEmpty()
                ? "The meeting was called \"" + title + "\"."
                : "The meeting \"" + title + "\" was about " + list + ".";
    }

    @Override
    public String leftOpen(List<String> questions) {
        return "It was left open " + String.join(", and ", questions) + ".";
    }

    @Override
    public String presented(int place, int places, String name, List<KeyPhrase> subjects) {
        return capital(connective(place, places) + name + " presented " + list(subjects)) + ".";
    }

    @Override
    public String talkedAbout(int place, int places, String name, List<KeyPhrase> subjects) {
        return capital(connective(place, places) + name + " talked about " + list(subjects)) + ".";
    }

    @Override
    public String discussed(int place, int places, List<KeyPhrase> subjects) {
        return capital(connective(place, places)
                        + group
                        + (place % 2 == 1 && place + 1 < places ? " went on to discuss " : " discussed ")
                        + list(subjects))
                + ".";
    }

    @Override
    public String asked(int place, int places, String name, List<KeyPhrase> subjects) {
        return capital(connective(place, places) + name + " asked about " + list(subjects)) + ".";
    }

    @Override
    public String joined(String topic, String name, String predicate, boolean sameSpeaker) {
        return topic.substring(0, topic.length() - 1) + (sameSpeaker ? " and " : ", and " + name + " ") + predicate
                + ".";
    }

    @Override
    public String varied(String predicate, boolean again, int place) {
        String rest = predicate.startsWith("said that ") ? predicate.substring(5) : "";
        if (rest.isEmpty()) {
            return predicate;
        }
        return (again ? "added " : SAID[place % SAID.length]) + rest;
    }

    @Override
    public String reported(String name, String predicate) {
        return capital(name) + " " + predicate + ".";
    }

    @Override
    public String decided(String decision, boolean again) {
        return capital(group) + (again ? " also decided " : " decided ") + decision + ".";
    }

    @Override
    public String next(List<Tasks> tasks) {
        StringBuilder out = new StringBuilder("As next steps, ");
        for (int at = 0; at < tasks.size(); at++) {
            out.append(at == 0 ? "" : at == tasks.size() - 1 ? ", and " : ", ");
            out.append(tasks.get(at).owner())
                    .append(" will ")
                    .append(String.join(" and ", tasks.get(at).texts()));
        }
        return out.append('.').toString();
    }

    private static String connective(int place, int places) {
        if (place == 0) {
            return places > 1 ? "First, " : "";
        }
        return place == places - 1 ? "Finally, " : THEN[(place - 1) % THEN.length];
    }

    /** "the budget, speech recognition and the buttons". */
    static String list(List<KeyPhrase> subjects) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < subjects.size(); at++) {
            KeyPhrase subject = subjects.get(at);
            out.append(at == 0 ? "" : at == subjects.size() - 1 ? " and " : ", ");
            out.append(subject.definite() ? "the " : "").append(subject.text());
        }
        return out.toString();
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
