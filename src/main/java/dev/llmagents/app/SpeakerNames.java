package dev.llmagents.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.llmagents.document.InputFile;
import dev.llmagents.document.TextDocument;
import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.document.UnreadableInputException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a file of speakers' names: which name is wanted for a spelling. A file that ends in {@code .yaml} or {@code .yml} is a
 * mapping, {@code SPEAKER_01: Robert Ek} or {@code Robert Ek: [Bob, SPEAKER_01]}; one that ends in {@code .csv} has two
 * columns, spelling and name, under a header or none; any other has lines of {@code Spelling = Name}.
 */
public final class SpeakerNames {
    private static final long LARGEST = 1L << 20;

    private final String file;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> lower = new LinkedHashMap<>();

    private SpeakerNames(String file) {
        this.file = file;
    }

    /**
     * The names by spelling.
     *
     * @throws UnreadableInputException if the file cannot be read, a line is of another form, or a spelling is to stand for
     *     two people
     */
    public static Map<String, String> read(Path path) throws UnreadableInputException {
        TextDocument text = TextDocument.of(path.toString(), InputFile.read(path, LARGEST));
        SpeakerNames reader = new SpeakerNames(path.toString());
        String ending = path.toString().toLowerCase(Locale.ROOT);
        if (ending.endsWith(".yaml") || ending.endsWith(".yml")) {
            reader.yaml(String.join("\n", text.lines()));
        } else if (ending.endsWith(".csv")) {
            reader.csv(text.lines());
        } else {
            reader.lines(text.lines());
        }
        return reader.names;
    }

    private void lines(List<String> lines) throws UnreadableInputException {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || equals == line.length() - 1) {
                throw problem(at + 1, "expected 'Spelling = Name'.");
            }
            add(at + 1, line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private void csv(List<String> lines) throws UnreadableInputException {
        boolean first = true;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(at + 1, line);
            if (cells.size() != 2) {
                throw problem(at + 1, "expected two columns, spelling and name, but there are " + cells.size() + ".");
            }
            boolean header = first && cells.get(1).strip().equalsIgnoreCase("name");
            first = false;
            if (!header) {
                add(at + 1, cells.get(0), cells.get(1));
            }
        }
    }

    /** Cells between commas, or between semicolons where there is no comma, as spreadsheets of some countries write them. */
    private List<String> cells(int number, String line) throws UnreadableInputException {
        char comma = line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"') {
                boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (letter == comma && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        if (quoted) {
            throw problem(number, "a quotation mark is not closed.");
        }
        cells.add(cell.toString());
        return cells;
    }

    private void yaml(String text) throws UnreadableInputException {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            if (token != JsonToken.START_OBJECT) {
                throw problem(line(parser), "expected 'Spelling: Name' pairs.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                pair(parser);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UnreadableInputException(Reason.DAMAGED, file + ", line " + line + ": this is no YAML.", e);
        } catch (UnreadableInputException known) {
            throw known;
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be read", impossible);
        }
    }

    private void pair(JsonParser parser) throws IOException {
        String key = parser.currentName();
        int number = line(parser);
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                demandName(parser, key);
                add(line(parser), parser.getText(), key);
            }
            return;
        }
        demandName(parser, key);
        add(number, key, parser.getText());
    }

    private void demandName(JsonParser parser, String key) throws IOException {
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw problem(line(parser), "'" + key + "' needs a name, or a list of spellings of this name.");
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private void add(int line, String spelling, String name) throws UnreadableInputException {
        String from = spelling.strip();
        String to = name.strip();
        if (from.isEmpty() || to.isEmpty()) {
            throw problem(line, "a spelling and a name are needed, and one of them is empty.");
        }
        String before = lower.putIfAbsent(from.toLowerCase(Locale.ROOT), to);
        if (before != null && !before.equals(to)) {
            throw problem(line, "'" + from + "' stands for '" + before + "' already: one spelling has one name.");
        }
        names.put(from, to);
    }

    private UnreadableInputException problem(int line, String sentence) {
        return new UnreadableInputException(Reason.DAMAGED, file + ", line " + line + ": " + sentence);
    }
}
