package dev.llmagents.team.meetmind.extract;

import java.util.Locale;
import java.util.Set;

/** Words of a speaker's label that name an office, a task or a courtesy and no person. */
public final class RoleWords {
    static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "professor",
            "hon",
            "the",
            "chair",
            "rt",
            "sir",
            "madam",
            "mme",
            "m",
            "herr",
            "fru",
            "ordförande",
            "kassör",
            "sekreterare",
            "speaker",
            "vice",
            "grad",
            "postdoc",
            "phd",
            "student",
            "undergrad",
            "dame",
            "lord",
            "lady",
            "acting",
            "interim",
            "president",
            "secretary",
            "treasurer",
            "host",
            "guest",
            "unknown");
    static final Set<String> ROLES = Set.of(
            "project",
            "manager",
            "designer",
            "marketing",
            "user",
            "interface",
            "industrial",
            "expert",
            "engineer",
            "lead",
            "researcher",
            "stylist",
            "developer",
            "analyst",
            "director",
            "product",
            "owner",
            "architect",
            "tester",
            "design",
            "sales",
            "support",
            "team",
            "clerk",
            "member",
            "witness",
            "minister",
            "projektledare",
            "utvecklare",
            "testare",
            "beställare",
            "konsult",
            "chef",
            "ledare",
            "kund",
            "kunden",
            "customer",
            "client",
            "editor",
            "moderator",
            "interviewer",
            "participant",
            "designer's",
            "scrum",
            "master",
            "intern",
            "nurse",
            "doctor",
            "teacher");

    private RoleWords() {}

    /** Whether {@code word}, in any case, names no person. */
    public static boolean contains(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return TITLES.contains(lower) || ROLES.contains(lower);
    }
}
