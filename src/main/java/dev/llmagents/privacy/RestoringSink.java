package dev.llmagents.privacy;

import dev.llmagents.llm.TokenSink;

/** Puts values back into an answer that comes in pieces: what may be the beginning of a mark waits for the next piece. */
final class RestoringSink implements TokenSink {
    // What was passed on and may still matter: a mark begins at the start of a word and may stand behind a comma.
    private static final int LOOK_BACK = 4;

    private final TokenSink sink;
    private final PiiMasker masker;
    private final boolean json;
    private final StringBuilder text = new StringBuilder();
    /** How much of {@link #text} was passed on. */
    private int passed;

    RestoringSink(TokenSink sink, PiiMasker masker, boolean json) {
        this.sink = sink;
        this.masker = masker;
        this.json = json;
    }

    @Override
    public void accept(String piece) {
        text.append(piece);
        pass(firstOpenMark());
    }

    @Override
    public void restart() {
        text.setLength(0);
        passed = 0;
        sink.restart();
    }

    /** The answer is over: passes on what was held back. */
    void finish() {
        pass(text.length());
    }

    private int firstOpenMark() {
        for (int at = Math.max(passed, text.length() - MarkReader.LONGEST); at < text.length(); at++) {
            if (MarkReader.mayBegin(text, at)) {
                return at;
            }
        }
        return text.length();
    }

    private void pass(int end) {
        if (end <= passed) {
            return;
        }
        StringBuilder restored = new StringBuilder(end - passed);
        masker.restore(text, passed, end, json, restored);
        passed = end;
        int forget = Math.max(0, passed - LOOK_BACK);
        text.delete(0, forget);
        passed -= forget;
        if (restored.length() > 0) {
            sink.accept(restored.toString());
        }
    }
}
