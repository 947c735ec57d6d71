package dev.llmagents.app;

import dev.llmagents.json.Json;
import dev.llmagents.json.Sha256;
import dev.llmagents.llm.AtRest;
import dev.llmagents.llm.LLMRequest;
import dev.llmagents.llm.Message;
import dev.llmagents.privacy.PiiMasker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Masks what rests of calls that are sent as they are: consent to send a name to a model is no consent to leave it on a
 * disk, let alone in a repository. An answer that does not come back letter by letter is not kept at all.
 */
final class MaskedAtRest implements AtRest {
    @Override
    public Form of(LLMRequest request) {
        List<Message> masked = new ArrayList<>();
        PiiMasker masker = masker(request, masked);
        boolean json = request.parameters().format().isJson();
        return new Form(
                List.copyOf(masked),
                Sha256.of(Json.write(Json.tree(masker.spellings()))),
                answer -> hidden(request, answer, json),
                kept -> shown(masker, kept, json));
    }

    private static PiiMasker masker(LLMRequest request, List<Message> masked) {
        PiiMasker masker = new PiiMasker(request.sensitiveTerms());
        for (Message message : request.messages()) {
            masked.add(new Message(message.role(), masker.mask(message.text())));
        }
        // An answer may well name somebody whom the caller knows and this question does not mention.
        request.sensitiveTerms().forEach(masker::mask);
        return masker;
    }

    private static Optional<String> hidden(LLMRequest request, String answer, boolean json) {
        // A masker of its own: one that has seen the answer knows marks that nobody will know later.
        String hidden = masker(request, new ArrayList<>()).mask(answer);
        String back = shown(masker(request, new ArrayList<>()), hidden, json);
        return back.equals(answer) ? Optional.of(hidden) : Optional.empty();
    }

    private static String shown(PiiMasker masker, String kept, boolean json) {
        return json ? masker.restoreJson(kept) : masker.restore(kept);
    }
}
