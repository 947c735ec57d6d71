package dev.llmagents.cli.repl;

import dev.llmagents.agent.ModelAccess;
import dev.llmagents.agent.StreamedAnswer;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.TokenSink;
import dev.llmagents.prompt.PromptException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a question about a report from the report and its input. A model's sentences are shown one by one, each as soon as
 * the words it rests on were found; where no model may be asked, or none of its sentences holds, the passages that fit the
 * question best are shown.
 */
final class FollowUp {
    static final String PROMPT = "common.followup";
    private static final int OF_REPORT = 30;
    private static final int OF_INPUT = 60;
    private static final int MOST_CHARS = 24_000;
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 300;

    private final LastReport report;
    private final Voice voice;

    FollowUp(LastReport report, Voice voice) {
        this.report = report;
        this.voice = voice;
    }

    /** What came of a question. */
    record Outcome(int shown, int dropped, Optional<LLMResponse> response) {}

    void answer(String question, ModelAccess access) {
        List<Passage> ofReport = new ReportTree(report.result()).passages();
        List<Passage> ofInput = report.input().get();
        List<Passage> all = new ArrayList<>(ofInput);
        all.addAll(ofReport);
        if (!(access instanceof ModelAccess.Open open)) {
            voice.tell("By search, since no model may be asked (" + ((ModelAccess.Closed) access).reason() + "):");
            search(question, all);
            return;
        }
        try {
            Outcome outcome = ask(question, ofReport, ofInput, open);
            outcome.response().ifPresent(response -> tellCost(response, outcome));
            if (outcome.shown() == 0) {
                voice.tell("By search, since the model said nothing that the report or its input supports:");
                search(question, all);
            }
        } catch (LLMException | PromptException failed) {
            if (failed instanceof LLMException call && call.type() == ErrorType.CANCELLED) {
                voice.tell("The answer was broken off; what was used of the call is in the usage log.");
                return;
            }
            voice.tell("By search, since no model answered: " + failed.getMessage());
            search(question, all);
        }
    }

    private Outcome ask(String question, List<Passage> ofReport, List<Passage> ofInput, ModelAccess.Open open) {
        List<Passage> material = new ArrayList<>(chosen(question, ofReport, OF_REPORT));
        material.addAll(chosen(question, ofInput, OF_INPUT));
        StringBuilder text = new StringBuilder();
        List<Passage> sent = new ArrayList<>();
        for (Passage passage : material) {
            String line = "[" + passage.where() + "] " + passage.text() + "\n";
            if (text.length() + line.length() <= MOST_CHARS) {
                text.append(line);
                sent.add(passage);
            }
        }
        Shown shown = new Shown(new QuoteCheck(sent, question), voice);
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("question", question);
        input.put("material", text.toString());
        LLMResponse response = StreamedAnswer.ask(PROMPT, report.facts().team(), input, open, shown);
        shown.complete(response.content());
        return new Outcome(shown.count, shown.dropped, Optional.of(response));
    }

    /** The best ones, in their own order, since what was said before and after is part of what it means. */
    private static List<Passage> chosen(String question, List<Passage> passages, int most) {
        if (passages.size() <= most) {
            return passages;
        }
        List<Passage> best = new PassageSearch(passages)
                .best(question, most).stream().map(PassageSearch.Hit::passage).toList();
        // What the question does not touch gives the rest of the room, from the beginning.
        List<Passage> chosen = new ArrayList<>();
        int free = most - best.size();
        for (Passage passage : passages) {
            if (best.contains(passage)) {
                chosen.add(passage);
            } else if (free > 0) {
                free--;
                chosen.add(passage);
            }
        }
        return chosen;
    }

    private void search(String question, List<Passage> all) {
        List<PassageSearch.Hit> hits = new PassageSearch(all).best(question, SHOWN);
        if (hits.isEmpty()) {
            voice.tell("Nothing in the report or its input has a word of the question: ask in the words of the"
                    + " report, or look through it with /why and a field, for instance /why "
                    + ReportTree.fields(report.result()).stream()
                            .filter(field -> report.result().path(field).isArray())
                            .findFirst()
                            .orElse("summary")
                    + ".");
            return;
        }
        for (PassageSearch.Hit hit : hits) {
            String text = hit.passage().text();
            voice.say(hit.passage().where() + ": "
                    + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text));
        }
    }

    private void tellCost(LLMResponse response, Outcome outcome) {
        voice.tell("Answered by " + response.provider() + "/" + response.model()
                + (response.cached() ? ", out of the cache" : "")
                + response.costUsd()
                        .map(cost -> ", " + cost.stripTrailingZeros().toPlainString() + " USD")
                        .orElse(", at an unknown price")
                + (outcome.dropped() == 0
                        ? ""
                        : "; " + outcome.dropped() + (outcome.dropped() == 1 ? " sentence" : " sentences")
                                + " dropped, since no passage has the quote"));
    }

    /** Shows what holds while it arrives. */
    private static final class Shown implements TokenSink {
        private final QuoteCheck check;
        private final Voice voice;
        private SentenceStream stream = new SentenceStream();
        private final List<String> said = new ArrayList<>();
        private int count;
        private int dropped;
        private boolean received;

        Shown(QuoteCheck check, Voice voice) {
            this.check = check;
            this.voice = voice;
        }

        @Override
        public synchronized void accept(String piece) {
            received = true;
            stream.accept(piece).forEach(this::show);
        }

        @Override
        public synchronized void restart() {
            // What was shown stands on its quotes; the new attempt's sentences follow, those already said left out.
            stream = new SentenceStream();
            dropped = 0;
        }

        /** An answer that came at once, out of the cache or from a provider that does not stream. */
        synchronized void complete(String content) {
            if (!received) {
                accept(content);
            }
        }

        private void show(SentenceStream.Claim claim) {
            Optional<Passage> source = check.source(claim);
            if (source.isEmpty()) {
                dropped++;
            } else if (!said.contains(claim.text())) {
                said.add(claim.text());
                count++;
                voice.say(claim.text());
                voice.faint("    “" + claim.quote() + "” (" + source.get().where() + ")");
            }
        }
    }
}
