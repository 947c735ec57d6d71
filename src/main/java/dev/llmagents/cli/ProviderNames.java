package dev.llmagents.cli;

import java.util.Iterator;
import java.util.List;

/** The names by which {@code --provider} knows the providers. */
final class ProviderNames implements Iterable<String> {
    static final List<String> ALL = List.of("openai", "bedrock", "gemini", "simulated");

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
