package dev.llmagents.cli.repl;

import java.util.Locale;
import java.util.Optional;

/** The commands of the session itself, in the order of its help. */
enum Slash {
    HELP("", "what can be typed here"),
    COST("", "calls, tokens and cost of this session, and what the cache saved"),
    BUDGET("", "how the daily budgets stand"),
    MODE("[auto|local|aws|offline|-]", "the mode of the commands that follow; - for that of the settings"),
    MODEL("[NAME|-]", "the model of the commands that follow; - for those of the settings"),
    TENANT("[NAME|-]", "whose data the commands that follow work on; - for that of the settings"),
    AGENTS("", "every agent with its tier, and who would answer for it now"),
    WHY("FIELD", "who said a field of the last report, and its quote: decisions[0], A2, or some of its words"),
    TRACE("", "who answered in the last run: model, time, tokens, cost"),
    REPLAY("[RUN]", "the last run, or the one named, once more from what was kept of it; asks no model"),
    SAVE("FILE", "the last report to a file: .md .txt .json .csv .html .sarif"),
    QUIT("", "leave, as Ctrl-D does");

    private final String argument;
    private final String does;

    Slash(String argument, String does) {
        this.argument = argument;
        this.does = does;
    }

    /** As it is typed: {@code /help}. */
    String label() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    String argument() {
        return argument;
    }

    String does() {
        return does;
    }

    static Optional<Slash> of(String word) {
        for (Slash slash : values()) {
            if (slash.label().equalsIgnoreCase(word)) {
                return Optional.of(slash);
            }
        }
        return word.equalsIgnoreCase("/exit") ? Optional.of(QUIT) : Optional.empty();
    }
}
