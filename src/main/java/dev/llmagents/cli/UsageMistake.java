package dev.llmagents.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in a sentence that names the place, what stands there and what could. */
final class UsageMistake {
    private static final Pattern INVALID = Pattern.compile("Invalid value for [^:]*: (.*)", Pattern.DOTALL);

    private UsageMistake() {}

    /** With a period or question mark at its end. */
    static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (failure instanceof OverwrittenOptionException twice && twice.getOverwritten() != null) {
            return name(twice.getOverwritten()) + " is there twice: give it once.";
        }
        Matcher invalid = INVALID.matcher(failure.getMessage());
        if (failure.getArgSpec() != null && failure.getValue() != null && invalid.matches()) {
            return invalid(failure.getArgSpec(), failure.getValue(), invalid.group(1));
        }
        return withPeriod(failure.getMessage());
    }

    /**
     * Refuses options whose value is empty, most often a variable of a script that was never set.
     *
     * @throws ParameterException if there is one
     */
    static void refuseEmptyValues(ParseResult parsed) {
        for (ParseResult each = parsed; each != null; each = each.subcommand()) {
            for (OptionSpec option : each.matchedOptions()) {
                if (option.arity().max() > 0 && option.stringValues().contains("")) {
                    throw new ParameterException(
                            option.command().commandLine(),
                            "The value of " + name(option) + " is empty: give " + option.paramLabel()
                                    + ", or leave the option out");
                }
            }
        }
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        List<String> words = failure.getUnmatched();
        if (words.isEmpty()) {
            return withPeriod(failure.getMessage());
        }
        String first = "'" + words.get(0) + "'";
        List<String> suggestions = failure.getSuggestions();
        String nearest = suggestions.isEmpty() ? "" : " Did you mean " + suggestions.get(0) + "?";
        if (failure.isUnknownOption()) {
            return "Unknown option: " + first + "." + nearest;
        }
        if (!command.subcommands().isEmpty()) {
            boolean isOne = command.subcommands().size() == 1;
            return "Unknown command " + first + ": there " + (isOne ? "is " : "are ")
                    + String.join(", ", command.subcommands().keySet()) + "." + nearest;
        }
        return first + " is more than " + command.qualifiedName(" ") + " takes: leave it out.";
    }

    private static String missing(MissingParameterException failure) {
        if (failure.getMissing().isEmpty()) {
            return withPeriod(failure.getMessage());
        }
        List<String> sentences = new ArrayList<>();
        for (ArgSpec place : failure.getMissing()) {
            boolean isThere = place.isOption() && !failure.getMessage().startsWith("Missing required option");
            String about = String.join(" ", place.description());
            sentences.add(
                    isThere
                            ? name(place) + " needs a value, " + place.paramLabel() + ": " + withPeriod(about)
                            : name(place) + " is missing: " + withPeriod(about));
        }
        return String.join(" ", sentences);
    }

    private static String invalid(ArgSpec place, String value, String problem) {
        String what = "'" + value + "' for " + name(place);
        Class<?> type = place.auxiliaryTypes()[0];
        if (type.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
            return what + " is none of " + String.join(", ", words) + ".";
        }
        if (problem.startsWith("'" + value + "' is not a") || problem.startsWith("cannot convert")) {
            boolean isWhole = type == int.class || type == Integer.class || type == long.class || type == Long.class;
            return what + " is no " + (isWhole ? "whole number such as 20." : "number such as 1500000.");
        }
        // A reader of values has said what is wrong with this one.
        return withPeriod(
                problem.startsWith("'" + value + "' ")
                        ? what + problem.substring(value.length() + 2)
                        : name(place) + ": " + problem);
    }

    private static String name(ArgSpec place) {
        return place instanceof OptionSpec option ? option.longestName() : place.paramLabel();
    }

    static String withPeriod(String message) {
        String text = message == null ? "Unknown failure" : message.strip();
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
