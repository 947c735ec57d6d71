package dev.llmagents.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** JSON for people: two spaces, {@code \n}, one array element a line. */
final class TwoSpaces extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    TwoSpaces() {
        super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        indentObjectsWith(indenter);
        indentArraysWith(indenter);
    }

    private TwoSpaces(TwoSpaces base) {
        super(base);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new TwoSpaces(this);
    }
}
