package dev.llmagents.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.cache.NullTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns a prompt and its input into messages.
 *
 * <p>Helpers beyond Handlebars' own: those of Dotprompt ({@code role}, {@code history}, {@code json}, {@code ifEquals},
 * {@code unlessEquals}) and {@code data}, which puts text of a user between marks that the text itself cannot imitate, so
 * that a model can tell what is to be worked on from what is to be done. Nothing is escaped: a prompt is no HTML.
 */
public final class PromptTemplate {
    private static final int FENCE_DIGITS = 8;
    private static final int WIDEST_INDENT = 8;
    // What the library brings along beyond the language: files, class-path resources and logs are no matter of a
    // prompt.
    private static final List<String> NOT_OURS =
            List.of("block", "partial", "embedded", "precompile", "include", "i18n", "i18nJs", "log");
    private static final List<String> NO_TEXT = List.of("media", "section");

    private PromptTemplate() {}

    /**
     * What a conversation brings along.
     *
     * @param history what was said before
     * @param variables values of names that begin with {@code @}
     */
    record Conversation(List<Message> history, Map<String, Object> variables) {
        static final Conversation NEW = new Conversation(List.of(), Map.of());
    }

    /**
     * @param input values by name: strings, numbers, booleans, lists, maps and JSON trees
     * @throws PromptException if the template cannot be read
     */
    public static List<Message> render(Prompt prompt, Map<String, Object> input) {
        List<Message> messages = new ArrayList<>();
        for (Message message : exactly(prompt, input, Conversation.NEW)) {
            messages.add(new Message(message.role(), message.text().strip()));
        }
        if (messages.isEmpty()) {
            throw new PromptException("The template of " + prompt.id() + " came to no message.");
        }
        return messages;
    }

    /** The messages to the last blank, as Dotprompt's own implementations render them. */
    static List<Message> exactly(Prompt prompt, Map<String, Object> input, Conversation conversation) {
        Handlebars handlebars = new Handlebars(new PartialTemplates(prompt.partials()))
                // Whatever is inserted, by whichever way, must not begin a message of its own.
                .with((EscapingStrategy) RoleMarks::without)
                .with(NullTemplateCache.INSTANCE)
                // A line that holds nothing but a block's tag leaves no empty line, as in Handlebars of JavaScript.
                .prettyPrint(true)
                .registerHelperMissing((value, options) -> missing(options));
        registerHelpers(handlebars);
        Map<String, Object> values = new HashMap<>(prompt.inputs().defaults());
        values.putAll(input);
        if (!prompt.examples().isEmpty()) {
            values.put("examples", prompt.examples().stream().map(Json::plain).toList());
        }
        Context context =
                Context.newBuilder(values).resolver(MapValueResolver.INSTANCE).build();
        conversation.variables().forEach(context::data);
        try {
            String rendered = handlebars.compileInline(prompt.template()).apply(context);
            return RoleMarks.messages(prompt.id(), rendered, conversation.history());
        } catch (IOException | HandlebarsException | StackOverflowError e) {
            throw unusable(prompt.id(), e);
        }
    }

    private static void registerHelpers(Handlebars handlebars) {
        handlebars.registerHelper(
                "role", (role, options) -> new Handlebars.SafeString(RoleMarks.begin(text(role, options))));
        handlebars.registerHelper("history", (value, options) -> new Handlebars.SafeString(RoleMarks.history()));
        handlebars.registerHelper("json", (value, options) -> json(present(value, options), options));
        handlebars.registerHelper(
                "data", (value, options) -> fenced(RoleMarks.without(asText(present(value, options)))));
        handlebars.registerHelper(
                "ifEquals",
                (value, options) -> equal(value, options.param(0, null)) ? options.fn() : options.inverse());
        handlebars.registerHelper(
                "unlessEquals",
                (value, options) -> equal(value, options.param(0, null)) ? options.inverse() : options.fn());
        for (String name : NO_TEXT) {
            handlebars.registerHelper(name, refusing("'" + name + "' is not supported: messages are plain text."));
        }
        for (String name : NOT_OURS) {
            handlebars.registerHelper(name, refusing("the helper '" + name + "' is no part of the format."));
        }
    }

    /** Stands in the place of a helper; a variable may have its name. */
    private static Helper<Object> refusing(String sentence) {
        return (value, options) -> {
            Object variable = options.context.get(options.helperName);
            if (options.tagType == TagType.SECTION
                    || options.params.length > 0
                    || !options.hash.isEmpty()
                    || variable == null) {
                throw new PromptException(sentence);
            }
            return RoleMarks.without(String.valueOf(variable));
        };
    }

    private static PromptException unusable(String id, Throwable failure) {
        if (failure.getCause() instanceof PromptException known) {
            return new PromptException("The template of " + id + ": " + known.getMessage(), failure);
        }
        if (failure instanceof StackOverflowError) {
            return new PromptException("The template of " + id + " is nested too deeply.", failure);
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        return new PromptException(
                "The template of " + id + " cannot be used: "
                        + message.lines().findFirst().orElse(failure.getClass().getSimpleName()) + ".",
                failure);
    }

    private static Object missing(Options options) {
        if (options.helperName.startsWith("@")) {
            // What a conversation brings along may be there or not.
            return "";
        }
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

    /** Text as it is, anything else as JSON. */
    private static String asText(Object value) {
        return value instanceof JsonNode || value instanceof Map<?, ?> || value instanceof Iterable<?>
                ? Json.writePretty(tree(value))
                : String.valueOf(value);
    }

    private static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : Json.tree(value);
    }

    private static String json(Object value, Options options) {
        Object indent = options.hash("indent");
        if (indent == null) {
            return Json.write(tree(value));
        }
        if (!(indent instanceof Integer width) || width < 0 || width > WIDEST_INDENT) {
            throw new PromptException("'indent' of the helper 'json' is a number from 0 to " + WIDEST_INDENT + ".");
        }
        StringBuilder wider = new StringBuilder();
        Json.writePretty(tree(value)).lines().forEach(line -> {
            int blanks = line.length() - line.stripLeading().length();
            wider.append(wider.isEmpty() ? "" : "\n")
                    .append(" ".repeat(blanks / 2 * width))
                    .append(line.stripLeading());
        });
        return wider.toString();
    }

    /** Strictly: a number is no text, whatever it looks like. */
    private static boolean equal(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return Objects.equals(one, other);
    }

    /** The mark is a fingerprint of the text: a text that holds its own fingerprint cannot be made. */
    private static String fenced(String text) {
        String mark = Sha256.of(text).substring(0, FENCE_DIGITS);
        return "<data " + mark + ">\n" + text + "\n</data " + mark + ">";
    }
}
