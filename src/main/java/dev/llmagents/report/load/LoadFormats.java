package dev.llmagents.report.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.load.LoadReport;
import java.util.Locale;
import java.util.Optional;

/** The formats a load test can be had in. */
public enum LoadFormats {
    TEXT("txt"),
    JSON("json"),
    HTML("html");

    private final String ending;

    LoadFormats(String ending) {
        this.ending = ending;
    }

    /** The format of a file of that name; empty if its ending says nothing. */
    public static Optional<LoadFormats> ofFile(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (LoadFormats format : values()) {
            if (format.ending.equals(ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** @param older the JSON of an earlier test to compare with */
    public String render(LoadReport report, Optional<JsonNode> older) {
        return switch (this) {
            case TEXT -> new LoadText(report, older).render();
            case JSON -> LoadJson.render(report, older);
            case HTML -> new LoadHtml(report, older).render();
        };
    }
}
