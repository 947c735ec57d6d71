package dev.llmagents.team.felicia.bank;

import dev.llmagents.team.felicia.mission.AccountNumber;
import dev.llmagents.team.felicia.mission.Banking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for what an instruction lacks. */
final class Questions {
    private Questions() {}

    static List<String> about(Banking.Fields fields, Banking banking) {
        List<String> questions = new ArrayList<>();
        Operation operation = Operation.of(fields.op());
        String known = banking.accounts().stream().map(Banking.Account::id).collect(Collectors.joining(", "));
        switch (operation) {
            case BALANCE_INQUIRY, STATEMENT -> {
                if (fields.account().isEmpty()) {
                    questions.add("Which account is asked about? Known are " + known + ".");
                }
            }
            case TRANSFER, CURRENCY_EXCHANGE, PAYMENT -> {
                if (fields.from().isEmpty()) {
                    questions.add("From which account? Known are " + known + ".");
                }
                if (fields.amount().isEmpty()) {
                    questions.add("Which amount?");
                }
                target(operation, fields, known, questions);
            }
        }
        return questions;
    }

    private static void target(Operation operation, Banking.Fields fields, String known, List<String> questions) {
        boolean numbered = isGiven(fields.number());
        if (operation != Operation.PAYMENT) {
            if (fields.to().isEmpty()) {
                questions.add("To which account? Known are " + known + ".");
            }
        } else if (fields.to().isEmpty() && !numbered) {
            questions.add("Who is to be paid? Name a payee of the mission, an IBAN, a bankgiro or a plusgiro number.");
        } else if (fields.to().isPresent() && numbered) {
            questions.add("Is '" + fields.to().get() + "' to be paid, or the account number in the instruction?");
        } else if (numbered && fields.name().isEmpty()) {
            questions.add("Who holds the account that is to be paid? A payment needs the name:"
                    + " add the payee to banking.payees.");
        }
    }

    private static boolean isGiven(AccountNumber number) {
        return number.iban().isPresent()
                || number.bankgiro().isPresent()
                || number.plusgiro().isPresent();
    }
}
