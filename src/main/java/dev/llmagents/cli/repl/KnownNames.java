package dev.llmagents.cli.repl;

import dev.llmagents.app.SettingsException;
import dev.llmagents.llm.ModelTable;
import dev.llmagents.prompt.PromptException;
import dev.llmagents.prompt.PromptLibrary;
import dev.llmagents.record.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Names for completion, looked up when they are asked for. What cannot be read completes nothing. */
final class KnownNames implements Suggestions.Known {
    private final Outside outside;
    private final Session session;

    KnownNames(Outside outside, Session session) {
        this.outside = outside;
        this.session = session;
    }

    @Override
    public List<String> models() {
        ModelTable table = ModelTable.builtIn();
        TreeSet<String> names = new TreeSet<>();
        table.models().forEach(model -> {
            names.add(model.toString());
            names.addAll(table.aliasesOf(model));
        });
        return List.copyOf(names);
    }

    @Override
    public List<String> runs() {
        try {
            Optional<Path> state = outside.folders().state();
            return state.isEmpty() ? List.of() : new Runs(state.get().resolve("runs")).ids();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<String> agents() {
        try {
            Optional<Path> own =
                    outside.settings(session.defaults(), warning -> {}).prompts();
            return List.copyOf(new PromptLibrary(own).ids());
        } catch (PromptException | SettingsException unreadable) {
            return List.of();
        }
    }

    /** That of the settings, and those runs were made for. */
    @Override
    public List<String> tenants() {
        TreeSet<String> names = new TreeSet<>();
        try {
            names.add(outside.settings(session.defaults(), warning -> {}).tenant());
            Optional<Path> state = outside.folders().state();
            if (state.isPresent()) {
                new Runs(state.get().resolve("runs")).newestFirst().forEach(run -> names.add(run.tenant()));
            }
        } catch (IOException | SettingsException unreadable) {
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> fields() {
        return session.report().map(report -> new Why(report).fields()).orElse(List.of());
    }
}
