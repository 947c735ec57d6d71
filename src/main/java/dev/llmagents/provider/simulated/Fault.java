package dev.llmagents.provider.simulated;

import dev.llmagents.llm.ErrorType;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that goes wrong.
 *
 * @param share of the calls it meets, 0 to 1
 * @param window when, counted from the start of the provider; empty for always
 * @param error the class of the failure, for {@link Kind#ERROR}
 * @param time how long the first token takes, or the pause that is asked for
 * @param tokens after how many tokens a stream is cut
 */
record Fault(Kind kind, double share, Optional<Window> window, ErrorType error, Duration time, int tokens) {

    /** What goes wrong. */
    enum Kind {
        ERROR,
        STORM,
        STALL,
        SLOW_FIRST_TOKEN,
        CUT
    }

    /** From a moment on up to another, which is not part of it. */
    record Window(Duration from, Duration to) {
        boolean holds(Duration moment) {
            return moment.compareTo(from) >= 0 && moment.compareTo(to) < 0;
        }
    }

    boolean isOn(Duration elapsed) {
        return window.isEmpty() || window.get().holds(elapsed);
    }
}
