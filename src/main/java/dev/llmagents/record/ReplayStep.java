package dev.llmagents.record;

import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.ErrorType;
import dev.llmagents.llm.LLMCall;
import dev.llmagents.llm.LLMException;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.LLMResponse;
import dev.llmagents.llm.LLMStep;
import dev.llmagents.llm.TimeSource;

/**
 * The end of a pipeline that asks nobody: every answer and every failure is the recording's. Nothing is logged as used,
 * since nothing is. Safe for use by several threads.
 */
public final class ReplayStep implements LLMStep.Next {
    private final Recording recording;
    private final KeptCalls calls;
    private final AtRest atRest;
    private final TimeSource time;

    public ReplayStep(Recording recording, AtRest atRest, TimeSource time) {
        this.recording = recording;
        this.calls = new KeptCalls(recording.calls());
        this.atRest = atRest;
        this.time = time;
    }

    @Override
    public LLMResponse proceed(LLMCall call) {
        long start = time.nanos().getAsLong();
        LLMRequest request = call.request();
        AtRest.Form form = atRest.of(request);
        KeptCall kept =
                calls.takeOrRepeat(KeptCall.key(request, form.messages())).orElseThrow(() -> missing(request));
        boolean cached = kept.outcome() instanceof KeptCall.Answered answered && answered.cached();
        LLMResponse answer = kept.answer(request, form, cached, time.since(start), time.now());
        call.sink().accept(answer.content());
        return answer;
    }

    private LLMException missing(LLMRequest request) {
        String why = calls.hasOtherPrompt(request.origin().agent(), request.promptHash())
                ? ", since its prompt has changed: record anew"
                : ": record anew";
        return new LLMException.Failed(
                ErrorType.UNAVAILABLE, "this question is not in the recording " + recording.folder() + why);
    }
}
