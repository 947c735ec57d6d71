package dev.llmagents.team.meetmind.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The summary's sentences in Swedish, with the verb in second place. */
final class SwedishProse implements Prose {

    private static final String[] MONTHS = {
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december"
    };
    private static final String[] THEN = {"Sedan", "Därefter", "Senare"};

    @Override
    public String opening(Optional<Gist> gist, List<KeyPhrase> subjects) {
        String list = list(subjects);
        if (gist.isEmpty()) {
            return list.isEmpty() ? "Mötet var kort." : "Mötet handlade om " + list + ".";
        }
        String about = gist.get().kind() == Gist.Kind.GOAL ? "Syftet med mötet var att " : "Mötet handlade om ";
        return about + gist.get().phrase() + (list.isEmpty() ? "." : ", med tyngdpunkt på " + list + ".");
    }

    @Override
    public String day(LocalDate day) {
        return "den " + day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1];
    }

    @Override
    public String group() {
        return "gruppen";
    }

    @Override
    public String titled(String title, List<KeyPhrase> subjects) {
        String list = list(subjects);
        return list.isEmpty() ? "Mötet hette \"" + title + "\"." : "Mötet \"" + title + "\" handlade om " + list + ".";
    }

    @Override
    public String leftOpen(List<String> questions) {
        return "Frågan " + String.join(" och frågan ", questions) + " är ännu öppen.";
    }

    @Override
    public String presented(int place, int places, String name, List<KeyPhrase> subjects) {
        return sentence(place, places, name, "presenterade", list(subjects));
    }

    @Override
    public String talkedAbout(int place, int places, String name, List<KeyPhrase> subjects) {
        return sentence(place, places, name, "talade", "om " + list(subjects));
    }

    @Override
    public String discussed(int place, int places, List<KeyPhrase> subjects) {
        return sentence(place, places, "gruppen", "diskuterade", list(subjects));
    }

    @Override
    public String asked(int place, int places, String name, List<KeyPhrase> subjects) {
        return sentence(place, places, name, "frågade", "om " + list(subjects));
    }

    @Override
    public String joined(String topic, String name, String predicate, boolean sameSpeaker) {
        return topic.substring(0, topic.length() - 1) + (sameSpeaker ? " och " : ", och " + name + " ") + predicate
                + ".";
    }

    @Override
    public String varied(String predicate, boolean again, int place) {
        boolean said = predicate.startsWith("sa att ");
        return !said
                ? predicate
                : (again ? "tillade " : place % 2 == 0 ? "berättade " : "sa ") + predicate.substring(3);
    }

    @Override
    public String reported(String name, String predicate) {
        return EnglishProse.capital(name) + " " + predicate + ".";
    }

    @Override
    public String decided(String decision, boolean again) {
        return "Gruppen beslutade " + (again ? "också " : "") + decision + ".";
    }

    @Override
    public String next(List<Tasks> tasks) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < tasks.size(); at++) {
            out.append(at == 0 ? "" : at == tasks.size() - 1 ? ", och " : ", ");
            out.append(tasks.get(at).owner())
                    .append(" ska ")
                    .append(String.join(" och ", tasks.get(at).texts()));
        }
        return EnglishProse.capital(out.append('.').toString());
    }

    private static String sentence(int place, int places, String subject, String verb, String object) {
        String connective = places == 1
                ? ""
                : place == 0 ? "Först" : place == places - 1 ? "Till sist" : THEN[(place - 1) % THEN.length];
        String text = connective.isEmpty() ? subject + " " + verb : connective + " " + verb + " " + subject;
        return EnglishProse.capital(text + " " + object + ".");
    }

    private static String list(List<KeyPhrase> subjects) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < subjects.size(); at++) {
            out.append(at == 0 ? "" : at == subjects.size() - 1 ? " och " : ", ")
                    .append(subjects.get(at).text());
        }
        return out.toString();
    }
}
