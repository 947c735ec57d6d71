package dev.llmagents.team.felicia.payment;

import dev.llmagents.team.felicia.bank.BankReport;
import dev.llmagents.team.felicia.bank.Payment;
import dev.llmagents.team.felicia.bank.Variant;
import dev.llmagents.team.felicia.mission.Mission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A draft of payments, as the bank's own service takes it. It is never sent, and it authorises nothing.
 *
 * <p>Everything in it comes from the mission and its payments, nothing from the clock: the same mission gives the same bytes.
 *
 * @param name of the file
 * @param bytes UTF-8
 */
public record PaymentFile(String name, Variant variant, byte[] bytes) {
    private static final int HASH_DIGITS = 12;

    /** Payments of one account on one day in one currency: what a file calls a payment information. */
    record Group(String id, LocalDate date, List<Payment> payments) {
        BigDecimal sum() {
            return PaymentFile.sum(payments);
        }
    }

    /** The files of a report: one for each kind of payment that it drafts, so none if it drafts nothing. */
    public static List<PaymentFile> of(BankReport report, Mission mission) {
        List<PaymentFile> files = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            List<Payment> payments = report.payments().stream()
                    .filter(payment -> payment.variant() == variant)
                    .toList();
            if (!payments.isEmpty()) {
                String messageId = messageId(mission, variant);
                byte[] bytes =
                        new Pain001Writer(messageId, mission.objective().asOf()).write(groups(messageId, payments));
                files.add(new PaymentFile(name(variant), variant, bytes));
            }
        }
        return files;
    }

    private static String name(Variant variant) {
        return switch (variant) {
            case SEPA -> "pain.001.xml";
            case SWEDISH -> "pain.001.sek.xml";
        };
    }

    private static String messageId(Mission mission, Variant variant) {
        String hash = mission.sha256().substring(0, HASH_DIGITS).toUpperCase(Locale.ROOT);
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(mission.objective().asOf());
        return "FEL-" + day + "-" + hash + "-" + variant.name().charAt(0)
                + variant.name().charAt(1);
    }

    private static List<Group> groups(String messageId, List<Payment> payments) {
        Map<String, List<Payment>> byKey = new TreeMap<>();
        for (Payment payment : payments) {
            String key = payment.debtor().key().orElse("") + " " + payment.date() + " " + payment.currency();
            byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(payment);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Payment> together : byKey.values()) {
            groups.add(new Group(
                    messageId + "-" + (groups.size() + 1), together.get(0).date(), List.copyOf(together)));
        }
        return groups;
    }

    static BigDecimal sum(Collection<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
