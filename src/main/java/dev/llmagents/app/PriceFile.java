package dev.llmagents.app;

import dev.llmagents.app.SettingsSources.Value;
import dev.llmagents.llm.ModelTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A user's own prices and models, in the form of the shipped table. */
public final class PriceFile {
    private PriceFile() {}

    static Path path(Value value) {
        try {
            Path file = Path.of(value.text());
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            // Said below.
        }
        throw new SettingsException("The file of prices '" + value.text() + "' in " + value.place()
                + " does not exist: name a file with rows of models as in docs/llm-service.md.");
    }

    /**
     * The shipped table, with the rows of {@code file} before its own.
     *
     * @throws SettingsException if the file cannot be read; the message names its line
     */
    public static ModelTable table(Optional<Path> file) {
        ModelTable shipped = ModelTable.builtIn();
        if (file.isEmpty()) {
            return shipped;
        }
        try (BufferedReader in = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
            return shipped.with(in);
        } catch (IOException e) {
            throw new SettingsException("The file of prices " + file.get() + " cannot be read as UTF-8 text.", e);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(file.get() + ", " + e.getMessage() + ".", e);
        }
    }
}
