package dev.llmagents.team.svea.sie;

import dev.llmagents.document.UnreadableInputException;

final class Sie5Reader {
    static SieFile read(String name, byte[] bytes) throws UnreadableInputException { throw new UnreadableInputException(UnreadableInputException.Reason.UNSUPPORTED_DOCUMENT, name); }
}
