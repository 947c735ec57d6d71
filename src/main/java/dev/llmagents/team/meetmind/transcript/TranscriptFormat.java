package dev.llmagents.team.meetmind.transcript;

/** The families of formats that transcripts come in. */
public enum TranscriptFormat {
    /** Segments, utterances or the like from a recorder or a speech service. */
    JSON("JSON", true),
    /** WebVTT, with voice tags, with names before the text, or without speakers. */
    WEBVTT("WebVTT", true),
    /** SubRip subtitles. */
    SUBRIP("SubRip", true),
    /** The chat of a meeting; its times are when messages were sent. */
    CHAT("meeting chat", false),
    /** A line with name and time above each turn, as Otter and Teams write. */
    HEADED("name and time above each turn", true),
    /** A name before each turn on the same line, with or without a time. */
    LABELLED("name before each turn", true),
    /** Running text that names no speakers. */
    PROSE("running text", false);

    private final String description;
    private final boolean timesSpeech;

    TranscriptFormat(String description, boolean timesSpeech) {
        this.description = description;
        this.timesSpeech = timesSpeech;
    }

    /** A few words for people. */
    public String description() {
        return description;
    }

    /** Whether times in it, where it has them, tell how long somebody spoke. */
    public boolean timesSpeech() {
        return timesSpeech;
    }
}
