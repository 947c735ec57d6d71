package dev.llmagents.bench;

import java.util.List;

/** One of those that are compared. Safe for use by several threads. */
interface Caller extends AutoCloseable {
    /** Asks a question and reads the answer; {@code mark} makes it unlike others. */
    void ask(String mark);

    /** Role and text of the messages that are sent for {@code mark}. */
    List<String[]> messages(String mark);

    @Override
    void close();

    /** A word for {@code number} that no other number has; letters alone, which no masking takes for a number. */
    static String mark(long number) {
        StringBuilder word = new StringBuilder("q");
        for (long rest = number; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
