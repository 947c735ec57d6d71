package dev.llmagents.team.meetmind.transcript;

import java.util.List;

/** What a syntax made of an input; without utterances where it found no speech. */
record Draft(TranscriptFormat format, MeetingHeader header, List<Utterance> utterances) {}
