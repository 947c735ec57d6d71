package dev.llmagents.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.core.CoreConstants;

/**
 * Logback as it is everywhere, with {@link LibraryLog} given and not looked for: that would open every jar before the first
 * question to a model. The launcher names this class; without it Logback finds the same configuration itself.
 */
public final class LibraryLogProvider extends LogbackServiceProvider {
    @Override
    public void initialize() {
        LoggerContext context = (LoggerContext) getLoggerFactory();
        context.setName(CoreConstants.DEFAULT_CONTEXT_NAME);
        context.setMDCAdapter(getMDCAdapter());
        LibraryLog log = new LibraryLog();
        log.setContext(context);
        log.configure(context);
        context.start();
    }
}
