package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.cache.NullTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a prompt and its input into messages.
 *
 * <p>Three helpers beyond Handlebars' own: {@code role} begins a message, {@code json} writes a value as JSON, and
 * {@code data} puts text of a user between marks that the text itself cannot imitate, so that a model can tell what is to
 * be worked on from what is to be done. Nothing is escaped: a prompt is no HTML.
 */
public final class PromptTemplate {
    // A control character no text of ours holds; taken out of everything that is inserted.
    private static final char ROLE_MARK = '\u0001';
    private static final int FENCE_DIGITS = 8;

    private PromptTemplate() {}

    /**
     * @param input values by name: strings, numbers, booleans, lists, maps and JSON trees
     * @throws PromptException if the template cannot be read
     */
    public static List<Message> render(Prompt prompt, Map<String, Object> input) {
        Handlebars handlebars = new Handlebars()
                // Whatever is inserted, by whichever way, must not begin a message of its own.
                .with((EscapingStrategy) PromptTemplate::unmarked)
                .with(NullTemplateCache.INSTANCE)
                .registerHelperMissing((value, options) -> missing(options))
                .registerHelper(
                        "role",
                        (role, options) -> new Handlebars.SafeString(ROLE_MARK + text(role, options) + ROLE_MARK))
                .registerHelper("json", (value, options) -> json(present(value, options)))
                .registerHelper("data", (value, options) -> fenced(unmarked(text(value, options))));
        Map<String, Object> values = new HashMap<>(input);
        values.put("examples", prompt.examples().stream().map(Json::plain).toList());
        Context context =
                Context.newBuilder(values).resolver(MapValueResolver.INSTANCE).build();
        String rendered;
        try {
            rendered = handlebars.compileInline(prompt.template()).apply(context);
        } catch (IOException | HandlebarsException e) {
            throw unusable(prompt.id(), e);
        }
        List<Message> messages = messages(prompt.id(), rendered);
        if (messages.isEmpty()) {
            throw new PromptException("The template of " + prompt.id() + " came to no message.");
        }
        return messages;
    }

    private static PromptException unusable(String id, Exception failure) {
        if (failure.getCause() instanceof PromptException known) {
            return new PromptException("The template of " + id + ": " + known.getMessage(), failure);
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        return new PromptException(
                "The template of " + id + " cannot be used: "
                        + message.lines().findFirst().orElse(failure.getClass().getSimpleName()) + ".",
                failure);
    }

    private static Object missing(Options options) {
        // Handlebars inserts nothing for a name it does not find, and the model would be asked about nothing.
        throw new PromptException("there is no value '" + options.helperName + "' to insert.");
    }

    private static Object present(Object value, Options options) {
        if (value == null) {
            throw new PromptException("the helper '" + options.helperName + "' was given a value there is none of.");
        }
        return value;
    }

    private static String text(Object value, Options options) {
        return String.valueOf(present(value, options));
    }

    private static String json(Object value) {
        return Json.write(value instanceof JsonNode node ? node : Json.tree(value));
    }

    private static String unmarked(CharSequence text) {
        return text.toString().replace(String.valueOf(ROLE_MARK), "");
    }

    /** The mark is a fingerprint of the text: a text that holds its own fingerprint cannot be made. */
    private static String fenced(String text) {
        String mark = Sha256.of(text).substring(0, FENCE_DIGITS);
        return "<data " + mark + ">\n" + text + "\n</data " + mark + ">";
    }

    private static List<Message> messages(String id, String rendered) {
        List<Message> messages = new ArrayList<>();
        String[] parts = rendered.split(String.valueOf(ROLE_MARK), -1);
        // What stands before the first role mark is white space of the file, or a prompt of a single user message.
        if (!parts[0].isBlank()) {
            messages.add(Message.user(parts[0].strip()));
        }
        for (int i = 1; i + 1 < parts.length; i += 2) {
            String text = parts[i + 1].strip();
            if (!text.isEmpty()) {
                messages.add(new Message(role(id, parts[i]), text));
            }
        }
        return messages;
    }

    private static Message.Role role(String id, String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "system" -> Message.Role.SYSTEM;
            case "user" -> Message.Role.USER;
            // Dotprompt's word for the assistant.
            case "model" -> Message.Role.ASSISTANT;
            default -> throw new PromptException("The template of " + id + " names an unknown role '" + name + "'.");
        };
    }
}
