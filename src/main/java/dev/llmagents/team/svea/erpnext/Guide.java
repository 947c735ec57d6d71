package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.llmagents.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/** The bundle's README: what to run in which order, what to check, what nobody has tried. */
final class Guide {
    private final String text;

    Guide(CompanySetup company, AccountNames accounts, Journal journal, SortedMap<String, List<String>> remarks) {
        StringBuilder listed = new StringBuilder();
        remarks.forEach((file, texts) -> {
            for (String remark : texts) {
                // What comes out of the books must not become markup of the guide.
                listed.append("- `").append(file).append("`: ").append(plain(remark)).append('\n');
            }
        });
        this.text = Resources.text("guide.md")
                .replace("{{accounts}}", Integer.toString(accounts.added().size()))
                .replace("{{entries}}", Integer.toString(journal.entries()))
                .replace("{{rows}}", Integer.toString(journal.rows()))
                .replace("{{left_out}}", Integer.toString(journal.leftOut()))
                .replace("{{customer}}", Journal.CUSTOMER)
                .replace("{{supplier}}", Journal.SUPPLIER)
                .replace("{{abbreviation}}", plain(company.abbreviation()))
                .replace("{{remarks}}", listed.toString())
                .replace("{{company}}", plain(company.name()))
                // Last: a name is written here as it is, and must not be filled in itself.
                .replace("{{company_in_python}}", Json.write(TextNode.valueOf(company.name())));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ("\\`*_[]<>|{}".indexOf(letter) >= 0) {
                plain.append('\\');
            }
            plain.append(letter);
        }
        return plain.toString();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
