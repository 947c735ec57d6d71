package dev.llmagents.report.compare;

/**
 * Something one way has found.
 *
 * @param details what else is said of it, for instance owner and due date; may be empty
 * @param quote words of the input it rests on; may be empty
 * @param line 1-based line of the quote; 0 if unknown
 * @param source {@code model}, {@code cache} or {@code rules}
 */
record Item(String text, String details, String quote, int line, String source) {
    /** The item as words. */
    String said() {
        return details.isEmpty() ? text : text + " (" + details + ")";
    }
}
