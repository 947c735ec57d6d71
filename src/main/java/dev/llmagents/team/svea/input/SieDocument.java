package dev.llmagents.team.svea.input;

import java.util.List;

/** A bookkeeping file in one of the SIE formats, unread: its own reader tells its encoding. */
public record SieDocument(String name, Kind kind, byte[] bytes) implements SveaDocument {
    public SieDocument {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}
