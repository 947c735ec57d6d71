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
            new Section("Features", "/features", "priority")),
    SVEA(
            "comply",
            new Section("Verdict", "/verdict"),
            new Section("Summary", "/summary"),
            new Section("Findings", "/findings", List.of("message"), List.of("severity", "ruleId", "law")),
            new Section("Priorities", "/priorities", List.of("action"), List.of("rule")),
            new Section("Regulations", "/regulations", List.of("name"), List.of("why")),
            new Section("Advice", "/advice"),
            new Section("Requirements", "/requirements", "deadline", "law"),
            new Section("ERP modules", "/erp/modules", List.of("name"), List.of("purpose")),
            new Section("Concerns", "/validation/concerns")),
    FELICIA(
            "trade",
            new Section("Verdict", "/verdict"),
            new Section("Method", "/plan/method"),
            new Section("Summary", "/summary"),
            new Section("Objectives", "/objectives"),
            new Section("Rationale", "/rationale"),
            new Section("Orders", "/plan/orders", List.of("side", "quantity", "symbol"), List.of("status", "reason")),
            new Section("Concerns", "/validation/concerns"));

    private final String command;
    private final List<Section> sections;

    ComparedTeam(String command, Section... sections) {
        this.command = command;
        this.sections = List.of(sections);
    }

    /**
     * A list in a team's result.
     *
     * @param pointer where it stands (RFC 6901); its items may have, as evidence, {@code quote} and {@code line}. A single
     *     text there is a list of one
     * @param text the fields that together say what an item is
     * @param details further fields of an item in which two ways may differ
     */
    record Section(String title, String pointer, List<String> text, List<String> details) {
        Section(String title, String pointer, String... details) {
            this(title, pointer, List.of("text"), List.of(details));
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
