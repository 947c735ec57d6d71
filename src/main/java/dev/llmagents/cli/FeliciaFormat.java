package dev.llmagents.cli;

import dev.llmagents.report.felicia.TradeFormats;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses the format of what Felicia's Finance prints. */
final class FeliciaFormat {
    private static final Map<String, TradeFormats> BY_ENDING = Map.of(
            "txt", TradeFormats.TEXT,
            "md", TradeFormats.MARKDOWN,
            "json", TradeFormats.JSON,
            "html", TradeFormats.HTML);

    private FeliciaFormat() {}

    /** The format asked for; else the one the file's name ends in; else text for a terminal and markdown for the rest. */
    static TradeFormats of(Optional<TradeFormats> asked, Optional<Path> file, Terminal terminal) {
        return asked.or(() -> file.flatMap(FeliciaFormat::ofName))
                .orElse(file.isEmpty() && terminal.out() ? TradeFormats.TEXT : TradeFormats.MARKDOWN);
    }

    private static Optional<TradeFormats> ofName(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1)));
    }
}
