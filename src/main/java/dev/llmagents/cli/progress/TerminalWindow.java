package dev.llmagents.cli.progress;

import java.util.function.Supplier;
import org.jline.nativ.CLibrary;
import org.jline.nativ.JLineNativeLoader;

/**
 * The size of the window that shows standard error, asked of the system each time, since people resize their windows. Where
 * the system cannot be asked, the size the program was started with.
 */
public final class TerminalWindow implements Supplier<TerminalSize> {
    private static final int STANDARD_ERROR = 2;

    private final TerminalSize fallback;
    private boolean canAsk = true;

    public TerminalWindow(TerminalSize fallback) {
        this.fallback = fallback;
    }

    @Override
    public synchronized TerminalSize get() {
        if (!canAsk) {
            return fallback;
        }
        try {
            JLineNativeLoader.initialize();
            CLibrary.WinSize window = new CLibrary.WinSize();
            int failed = CLibrary.ioctl(STANDARD_ERROR, CLibrary.TIOCGWINSZ, window);
            if (failed == 0 && window.ws_col > 0 && window.ws_row > 0) {
                return new TerminalSize(window.ws_col, window.ws_row);
            }
            canAsk = false;
        } catch (LinkageError | RuntimeException noLibrary) {
            // It is unpacked to a folder for temporary files, which may not exist or not be written to.
            canAsk = false;
        }
        return fallback;
    }
}
