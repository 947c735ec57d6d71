package dev.llmagents.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps the libraries from logging in detail whatever configuration a user gives them: the AWS SDK's signer writes session
 * tokens into its debug messages, the template engine prompts.
 */
final class LibraryLogs {
    private static final String NAME = "no details of libraries";

    private LibraryLogs() {}

    /** From now on nothing below a warning is logged in this process. May be called more than once. */
    static void keepToWarnings() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            // Another logger was put in the place of ours: its configuration is not ours to know.
            return;
        }
        synchronized (context) {
            boolean there = context.getTurboFilterList().stream().anyMatch(filter -> NAME.equals(filter.getName()));
            if (!there) {
                TurboFilter filter = new WarningsOnly();
                filter.setName(NAME);
                filter.start();
                context.addTurboFilter(filter);
            }
        }
    }

    private static final class WarningsOnly extends TurboFilter {
        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
            return level.isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }
}
