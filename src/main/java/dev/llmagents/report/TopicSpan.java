package dev.llmagents.report;

import dev.llmagents.team.meetmind.MeetingReport;
import dev.llmagents.team.meetmind.Topic;
import dev.llmagents.team.meetmind.transcript.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in the meeting a topic lies.
 *
 * @param begins offset of its first utterance, if the input tells it
 * @param ends offset at which it is over, if the input tells it
 * @param from its start as a share of the meeting, 0 to 1: of the time where all topics have one, else of the utterances
 * @param to its end as a share of the meeting
 */
record TopicSpan(Optional<Duration> begins, Optional<Duration> ends, double from, double to) {

    /** The spans of all topics of {@code report}, in order. */
    static List<TopicSpan> of(MeetingReport report) {
        List<Utterance> utterances = report.transcript().utterances();
        List<TopicSpan> byCount = new ArrayList<>();
        boolean timed = true;
        for (Topic topic : report.framework().topics()) {
            TopicSpan span = byCount(topic, utterances);
            byCount.add(span);
            timed &= span.begins.isPresent() && span.ends.isPresent();
        }
        Duration length = end(utterances, utterances.size() - 1).orElse(Duration.ZERO);
        Duration start = utterances.get(0).start().orElse(Duration.ZERO);
        double all = length.minus(start).toMillis();
        if (!timed || all <= 0) {
            return byCount;
        }
        List<TopicSpan> byTime = new ArrayList<>(byCount.size());
        for (TopicSpan span : byCount) {
            byTime.add(new TopicSpan(
                    span.begins,
                    span.ends,
                    share(span.begins.orElseThrow().minus(start).toMillis() / all),
                    share(span.ends.orElseThrow().minus(start).toMillis() / all)));
        }
        return byTime;
    }

    /** How long the meeting was, if the input tells it. */
    static Optional<Duration> lengthOf(MeetingReport report) {
        List<Utterance> utterances = report.transcript().utterances();
        Optional<Duration> start = utterances.get(0).start();
        Optional<Duration> end = end(utterances, utterances.size() - 1);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        Duration length = end.get().minus(start.get());
        return length.isNegative() || length.isZero() ? Optional.empty() : Optional.of(length);
    }

    private static TopicSpan byCount(Topic topic, List<Utterance> utterances) {
        int first = utterances.size();
        int last = -1;
        for (int at = 0; at < utterances.size(); at++) {
            int line = utterances.get(at).line();
            if (line >= topic.firstLine() && line <= topic.lastLine()) {
                first = Math.min(first, at);
                last = at;
            }
        }
        if (last < 0) {
            return new TopicSpan(Optional.empty(), Optional.empty(), 0, 0);
        }
        double all = utterances.size();
        return new TopicSpan(utterances.get(first).start(), end(utterances, last), first / all, (last + 1) / all);
    }

    /** When an utterance is over: as told, else when the next one starts, else when it started itself. */
    private static Optional<Duration> end(List<Utterance> utterances, int at) {
        Utterance utterance = utterances.get(at);
        if (utterance.end().isPresent()) {
            return utterance.end();
        }
        if (at + 1 < utterances.size() && utterances.get(at + 1).start().isPresent()) {
            return utterances.get(at + 1).start();
        }
        return utterance.start();
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
