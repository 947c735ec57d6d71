package dev.llmagents.team.felicia.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads prices in JSON: a list of flat objects, alone or as the first list within one object. The members of the first
 * object are the columns. Read as a stream. Use once.
 */
final class JsonPrices {
    private static final String[] CELLS = {"open", "high", "low", "close", "adj_close", "volume", "date", "symbol"};
    private static final int DATE = RawBars.FIELDS;
    private static final int SYMBOL = RawBars.FIELDS + 1;

    private final PriceFile file;
    private final RowGate gate;
    private final DefectLog log;

    JsonPrices(PriceFile file, RowGate gate, DefectLog log) {
        this.file = file;
        this.gate = gate;
        this.log = log;
    }

    void read(byte[] bytes, Columns columns) {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser.currentToken() == null) {
                    log.add(DefectCode.MISSING_VALUE, 0, Optional.empty(), "", "there is no list of bars in it");
                    return;
                }
            }
            rows(parser, columns);
        } catch (IOException broken) {
            log.add(DefectCode.NUMBER_FORMAT, 0, Optional.empty(), "", "it is not sound JSON: export the prices again");
        }
    }

    private void rows(JsonParser parser, Columns columns) throws IOException {
        int[] column = {};
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int line = parser.currentTokenLocation().getLineNr();
            Map<String, String> members = members(parser);
            List<String> names = new ArrayList<>(members.keySet());
            List<String> values = new ArrayList<>(members.values());
            if (column.length == 0) {
                Header header = new Header(names, columns);
                // Numbers of JSON have a point whatever separates them.
                if (!gate.open(header, false)) {
                    return;
                }
                gate.dayFirst(-1);
                column = positions(header);
            }
            row(line, column, new Header(names, columns), values);
        }
    }

    private int[] positions(Header header) {
        int[] found = new int[CELLS.length];
        for (int cell = 0; cell < CELLS.length; cell++) {
            found[cell] = position(header, cell);
        }
        return found;
    }

    private int position(Header header, int cell) {
        return cell == RawBars.CLOSE ? header.close(file.instrument().symbol()) : header.position(CELLS[cell]);
    }

    private void row(int line, int[] column, Header header, List<String> values) {
        ByteArrayOutputStream cells = new ByteArrayOutputStream();
        int[] from = new int[CELLS.length];
        int[] to = new int[CELLS.length];
        String symbol = file.instrument().symbol();
        for (int cell = 0; cell < CELLS.length; cell++) {
            int at = column[cell] < 0 ? -1 : position(header, cell);
            String value = at < 0 ? "" : values.get(at);
            if (cell == SYMBOL && column[cell] >= 0 && !value.equals(symbol)) {
                return;
            }
            from[cell] = cells.size();
            cells.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            to[cell] = cells.size();
        }
        gate.row(cells.toByteArray(), line, from, to, DATE);
    }

    private static Map<String, String> members(JsonParser parser) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                parser.skipChildren();
            } else {
                members.put(name, token == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
        }
        return members;
    }

    /** Whether a file looks like JSON: its first sign that is no blank. */
    static boolean isJson(byte[] bytes) {
        int start = 0;
        while (start < Math.min(bytes.length, 64) && ((bytes[start] & 0xFF) <= ' ' || bytes[start] < 0)) {
            start++;
        }
        return start < bytes.length && (bytes[start] == '[' || bytes[start] == '{');
    }
}
