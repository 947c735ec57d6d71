package dev.llmagents.app;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.sie.SieCsv;
import dev.llmagents.team.svea.sie.SieJson;
import dev.llmagents.team.svea.sie.SieReader;
import dev.llmagents.team.svea.sie.SieRecoder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a SIE file can be turned into. */
public enum SieConversion {
    JSON,
    CSV,
    ACCOUNTS,
    CP437;

    /**
     * Converts a file.
     *
     * @param name the file's, for messages
     * @return places whose letters the new form does not have
     * @throws UnreadableInputException if the bytes are no SIE file, or none that has this form
     */
    public List<String> convert(String name, byte[] bytes, OutputStream out) throws IOException {
        switch (this) {
            case JSON -> SieJson.write(SieReader.read(name, bytes), out);
            case CSV -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                SieCsv.writeVouchers(SieReader.read(name, bytes), writer);
                writer.flush();
            }
            case ACCOUNTS -> {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                SieCsv.writeAccounts(SieReader.read(name, bytes), writer);
                writer.flush();
            }
            case CP437 -> {
                SieRecoder recoded = SieRecoder.toCp437(name, bytes);
                out.write(recoded.bytes());
                return recoded.lost();
            }
        }
        return List.of();
    }
}
