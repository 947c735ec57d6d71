package dev.llmagents.team.meetmind.ledger;

import dev.llmagents.team.meetmind.ledger.LedgerEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a ledger compares with what a reader expects of it: links that are right, wrong and missing, in words. */
record Score(List<String> right, List<String> wrong, List<String> missing, int states, int rightStates) {

    static Score of(Ledger ledger, List<Series.Expected> expected) {
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<Series.Expected> open = new ArrayList<>(expected);
        open.removeIf(one -> one.kind().equals("item"));
        for (LedgerEntry entry : ledger.entries()) {
            for (LedgerEvent event : entry.history()) {
                String quote = event.evidence().quote().toLowerCase(Locale.ROOT);
                if (event.kind() == Kind.RAISED) {
                    continue;
                }
                Optional<Series.Expected> hit = open.stream()
                        .filter(one -> !one.kind().equals("reversal")
                                && one.meeting() == event.meeting() + 1
                                && one.what().equals(event.kind().label())
                                && one.fits(entry.text())
                                && quote.contains(one.quote()))
                        .findFirst();
                String told = entry.text() + " / " + event.kind() + " / "
                        + event.evidence().quote();
                hit.ifPresentOrElse(open::remove, () -> wrong.add(told));
                hit.filter(one -> one.kind().equals("link")).ifPresent(one -> right.add(told));
            }
        }
        for (Reversal reversal : ledger.reversals()) {
            String earlier = reversal.earlier().finding().text();
            String later = reversal.later().finding().evidence().quote().toLowerCase(Locale.ROOT);
            Optional<Series.Expected> hit = open.stream()
                    .filter(one -> one.kind().equals("reversal") && one.fits(earlier) && later.contains(one.what()))
                    .findFirst();
            hit.ifPresentOrElse(open::remove, () -> wrong.add(earlier + " / reversed / " + later));
            hit.ifPresent(one -> right.add(earlier + " / reversed"));
        }
        int states = 0;
        int rightStates = 0;
        for (Series.Expected one : expected) {
            if (one.kind().equals("item")) {
                states++;
                rightStates += ledger.entries().stream()
                                .anyMatch(entry -> one.fits(entry.text())
                                        && entry.state().label().equals(one.what()))
                        ? 1
                        : 0;
            }
        }
        open.removeIf(one -> one.kind().equals("may"));
        return new Score(
                right, wrong, open.stream().map(Series.Expected::toString).toList(), states, rightStates);
    }
}
