package dev.llmagents.team.svea.policy;

import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.text.PhraseBook;
import dev.llmagents.team.svea.text.PolicyText;

/** Applies the rules POL-001 to POL-010 to a text. Each looks only at texts about its subject. Immutable. */
public final class PolicyChecks {
    private final PhraseBook words = PhraseBook.read(PolicyChecks.class, "policy-words.txt");

    /** Adds what {@code text} gets wrong, and for every rule whether it could be applied. */
    public void run(PolicyText text, Assessment assessment) {
        new ArchivingChecks(words, text, assessment).check();
        new RoutineChecks(words, text, assessment).check();
        new ObligationChecks(words, text, assessment).check();
    }
}
