package dev.llmagents.json;

/**
 * Copies one JSON object out of a text, with raw control characters inside strings escaped. If the text ends before the
 * object does, the copy goes back to the last value that was whole and closes what is open.
 */
final class ObjectScan {
    private static final String HEX = "0123456789abcdef";

    private final String text;
    private final StringBuilder body;
    // The open objects and arrays, by the character that closes them.
    private final StringBuilder open = new StringBuilder();
    private int at;
    // The last place at which everything before is complete, and what has to be closed there: short, since deeper
    // nesting
    // than the parser takes is given up.
    private int safeLength;
    private String safeClosers = "";
    private boolean valueExpected;
    private boolean truncated;

    private ObjectScan(String text, int start) {
        this.text = text;
        this.at = start;
        this.body = new StringBuilder(Math.min(text.length() - start, 1 << 16));
    }

    /** @param start where the object's opening brace stands */
    static ObjectScan of(String text, int start) {
        ObjectScan scan = new ObjectScan(text, start);
        scan.run();
        return scan;
    }

    String body() {
        return body.toString();
    }

    /** Whether the object's end was missing. */
    boolean isTruncated() {
        return truncated;
    }

    /** Behind the last character that was looked at. */
    int end() {
        return at;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            body.append(c);
            switch (c) {
                case '"' -> string();
                case ':' -> valueExpected = true;
                case ',' -> comma();
                case '{', '[' -> {
                    if (open.length() == Json.DEEPEST) {
                        return;
                    }
                    open.append(c == '{' ? '}' : ']');
                    valueExpected = c == '[';
                }
                case '}', ']' -> {
                    int innermost = open.length() - 1;
                    if (open.charAt(innermost) != c) {
                        return;
                    }
                    open.setLength(innermost);
                    if (innermost == 0) {
                        return;
                    }
                    valueExpected = false;
                    safe(body.length());
                }
                default -> {
                    // Numbers, literals and white space: whether one is whole shows at what follows.
                }
            }
        }
        truncated = true;
        body.setLength(safeLength);
        body.append(safeClosers);
    }

    private void comma() {
        // The value before a comma is whole, even if the object around it is not.
        safe(body.length() - 1);
        valueExpected = open.charAt(open.length() - 1) == ']';
    }

    private void safe(int length) {
        safeLength = length;
        safeClosers = new StringBuilder(open).reverse().toString();
    }

    /** Copies a string from behind its opening quote to its closing one. */
    private void string() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                body.append(c).append(text.charAt(at++));
            } else if (c < ' ') {
                body.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            } else {
                body.append(c);
                if (c == '"') {
                    if (valueExpected) {
                        valueExpected = false;
                        safe(body.length());
                    }
                    return;
                }
            }
        }
    }
}
