package dev.llmagents.report.ledger;

import dev.llmagents.report.RunFacts;
import dev.llmagents.team.meetmind.ledger.Ledger;

/** Writes a ledger in one format. Pure: the same ledger and facts give the same text. */
@FunctionalInterface
public interface LedgerRenderer {
    String render(Ledger ledger, RunFacts facts);
}
