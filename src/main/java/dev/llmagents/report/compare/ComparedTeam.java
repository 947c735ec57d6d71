package dev.llmagents.report.compare;

import java.util.List;
import java.util.Locale;

/** The teams whose results can be compared. Another one is an entry here. */
public enum ComparedTeam {
    MEETMIND(
            "analyze",
            new Section("Summary", "/summary/sentences"),
            new Section("Topics", "/topics"),
            new Section("Decisions", "/decisions"),
            new Section("Action items", "/actionItems", "owner", "due"),
            new Section("Risks", "/risks"),
            new Section("Open questions", "/openQuestions"),
            new Section("Requirements", "/requirements", "priority"),
            new Section("Features", "/features", "priority"));

    private final String command;
    private final List<Section> sections;

    ComparedTeam(String command, Section... sections) {
        this.command = command;
        this.sections = List.of(sections);
    }

    /**
     * A list in a team's result.
     *
     * @param pointer where it stands (RFC 6901); its items have {@code text} and, as evidence, {@code quote} and
     *     {@code line}
     * @param details further fields of an item in which two ways may differ
     */
    record Section(String title, String pointer, List<String> details) {
        Section(String title, String pointer, String... details) {
            this(title, pointer, List.of(details));
        }
    }

    /** The name in commands. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The subcommand that works on one file. */
    public String command() {
        return command;
    }

    List<Section> sections() {
        return sections;
    }
}
