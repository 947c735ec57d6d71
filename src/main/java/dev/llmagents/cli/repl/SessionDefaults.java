package dev.llmagents.cli.repl;

import dev.llmagents.app.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What every team command of a session is given unless its own options say otherwise. */
record SessionDefaults(Optional<Mode> mode, Optional<String> model, Optional<String> tenant) {
    static final SessionDefaults NONE = new SessionDefaults(Optional.empty(), Optional.empty(), Optional.empty());

    SessionDefaults withMode(Optional<Mode> other) {
        return new SessionDefaults(other, model, tenant);
    }

    SessionDefaults withModel(Optional<String> other) {
        return new SessionDefaults(mode, other, tenant);
    }

    SessionDefaults withTenant(Optional<String> other) {
        return new SessionDefaults(mode, model, other);
    }

    /** For the prompt: {@code  [offline, acme]}; empty if nothing is set. */
    String label() {
        StringJoiner set = new StringJoiner(", ", " [", "]");
        set.setEmptyValue("");
        mode.ifPresent(value -> set.add(value.label()));
        model.ifPresent(set::add);
        tenant.ifPresent(value -> set.add("tenant " + value));
        return set.toString();
    }

    /**
     * {@code arguments} with what is set, as options right behind the command's name, so that a run that is kept can be
     * repeated as it was.
     */
    List<String> applied(List<String> arguments, CommandSpec root, Predicate<CommandSpec> isTeamCommand) {
        CommandSpec command = root;
        int names = 0;
        while (names < arguments.size()) {
            CommandLine below = command.subcommands().get(arguments.get(names));
            if (below == null) {
                break;
            }
            command = below.getCommandSpec();
            names++;
        }
        if (!isTeamCommand.test(command)) {
            return arguments;
        }
        List<String> own = arguments.subList(names, arguments.size());
        boolean replayed = has(own, "--replay");
        boolean offline = has(own, "--offline");
        List<String> applied = new ArrayList<>(arguments.subList(0, names));
        // A recording has its own models, and an option of the command always wins.
        if (mode.isPresent() && !replayed && !offline && !has(own, "--mode")) {
            applied.add("--mode");
            applied.add(mode.get().label());
        }
        if (model.isPresent() && !replayed && !has(own, "--model") && !has(own, "--provider")) {
            applied.add("--model");
            applied.add(model.get());
        }
        if (tenant.isPresent() && !has(own, "--tenant")) {
            applied.add("--tenant");
            applied.add(tenant.get());
        }
        applied.addAll(own);
        return applied;
    }

    private static boolean has(List<String> arguments, String option) {
        return arguments.stream().anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
    }
}
