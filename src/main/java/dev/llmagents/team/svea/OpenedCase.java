package dev.llmagents.team.svea;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.book.BookAudit;
import dev.llmagents.team.svea.book.BookFigures;
import dev.llmagents.team.svea.book.BookOptions;
import dev.llmagents.team.svea.book.YearChain;
import dev.llmagents.team.svea.input.CheckOptions;
import dev.llmagents.team.svea.input.DocumentChecks;
import dev.llmagents.team.svea.input.InvoiceDocument;
import dev.llmagents.team.svea.input.InvoiceTextDocument;
import dev.llmagents.team.svea.input.PolicyDocument;
import dev.llmagents.team.svea.input.RegisterDocument;
import dev.llmagents.team.svea.input.SieDocument;
import dev.llmagents.team.svea.input.SveaDocument;
import dev.llmagents.team.svea.input.SveaDocuments;
import dev.llmagents.team.svea.invoice.Invoice;
import dev.llmagents.team.svea.invoice.Party;
import dev.llmagents.team.svea.rule.Assessment;
import dev.llmagents.team.svea.rule.Coverage;
import dev.llmagents.team.svea.rule.Finding;
import dev.llmagents.team.svea.rule.RuleCatalogue;
import dev.llmagents.team.svea.sie.SieDiff;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import dev.llmagents.team.svea.sie.SieVoucher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Inputs that were read and judged by the rules.
 *
 * @param books the SIE files among them, oldest year first
 * @param warnings about reading, Swedish sentences
 * @param names of people and companies in the inputs, which no model may see as they are
 */
public record OpenedCase(
        ComplianceCase compliance, List<SieFile> books, List<String> warnings, List<String> names) {
    private static final int MOST_NAMES = 500;
    private static final String CONTINUITY = "BFL-005";

    public OpenedCase {
        books = List.copyOf(books);
        warnings = List.copyOf(warnings);
        names = List.copyOf(names);
    }

    /** An input's bytes under the name the user gave it. */
    public record Given(String name, byte[] bytes) {}

    /** Reads inputs one after the other and judges them together. Use from one thread. */
    public static final class Reader {
        private final RuleCatalogue catalogue;
        private final BookOptions options;
        private final List<CaseInput> inputs = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final SortedMap<String, List<Coverage>> coverage = new TreeMap<>();
        private final List<SieFile> books = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final TreeSet<String> names = new TreeSet<>();

        public Reader(RuleCatalogue catalogue, BookOptions options) {
            this.catalogue = catalogue;
            this.options = options;
        }

        /** @throws UnreadableInputException with a Swedish sentence if the input cannot be used; others go on */
        public void add(Given given) throws UnreadableInputException {
            SveaDocument document = SveaDocuments.read(given.name(), given.bytes());
            warnings.addAll(document.warnings());
            Assessment assessment = new Assessment(catalogue, given.name());
            if (document instanceof SieDocument) {
                SieFile book = SieReader.read(given.name(), given.bytes());
                BookAudit.run(book, options, assessment);
                books.add(book);
                inputs.add(new CaseInput(given.name(), book.type().label(), summary(book), ""));
                names(book);
            } else {
                DocumentChecks.run(document, new CheckOptions(options.asOf()), assessment);
                inputs.add(new CaseInput(given.name(), document.kind().label(), "", text(document)));
                if (document instanceof InvoiceDocument invoice) {
                    names(invoice.invoice());
                }
            }
            findings.addAll(assessment.findings());
            coverage.put(given.name(), assessment.coverage());
        }

        /**
         * What all inputs together come to.
         *
         * @param isComparison whether the first two books are an earlier and a later export of the same year
         */
        public OpenedCase open(boolean isComparison) {
            if (isComparison && books.size() == 2) {
                Assessment assessment =
                        new Assessment(catalogue, books.get(1).name());
                YearChain.check(SieDiff.of(books.get(0), books.get(1)), assessment);
                findings.addAll(assessment.findings());
            }
            List<SieFile> byYear = YearChain.sorted(books);
            for (int at = 1; at < byYear.size(); at++) {
                if (YearChain.follows(byYear.get(at - 1), byYear.get(at))) {
                    Assessment assessment = new Assessment(catalogue, byYear.get(at).name());
                    YearChain.check(byYear.get(at - 1), byYear.get(at), assessment);
                    String later = byYear.get(at).name();
                    // The earlier year's own file tells more than what the later one repeats of it.
                    findings.removeIf(finding -> finding.rule().id().equals(CONTINUITY)
                            && finding.place().file().equals(later));
                    findings.addAll(assessment.findings());
                }
            }
            CompanyFacts company = byYear.isEmpty() ? CompanyFacts.UNKNOWN : facts(byYear.get(byYear.size() - 1));
            return new OpenedCase(
                    new ComplianceCase(inputs, company, findings, coverage, options.asOf()),
                    byYear,
                    warnings,
                    List.copyOf(names));
        }

        private void names(SieFile book) {
            add(book.header().companyName());
            add(book.header().generatedBy());
            book.header().address().forEach(this::add);
            for (SieVoucher voucher : book.vouchers()) {
                add(voucher.sign());
            }
        }

        private void names(Invoice invoice) {
            invoice.seller().ifPresent(this::names);
            invoice.buyer().ifPresent(this::names);
        }

        private void names(Party party) {
            party.legalName().ifPresent(name -> add(name.value()));
            party.tradingName().ifPresent(name -> add(name.value()));
        }

        private void add(String name) {
            if (name.length() > 2 && names.size() < MOST_NAMES) {
                names.add(name.strip());
            }
        }

        private static String text(SveaDocument document) {
            if (document instanceof PolicyDocument policy) {
                return String.join("\n", policy.text().lines());
            }
            if (document instanceof RegisterDocument register) {
                return String.join("\n", register.lines());
            }
            if (document instanceof InvoiceTextDocument invoice) {
                return String.join("\n", invoice.invoice().lines());
            }
            return "";
        }

        private static String summary(SieFile book) {
            StringBuilder text = new StringBuilder();
            if (!book.header().companyName().isBlank()) {
                text.append(book.header().companyName()).append(", ");
            }
            book.year(0).ifPresent(year -> text.append("räkenskapsår ").append(year.period()).append(", "));
            return text.append(book.accounts().size())
                    .append(" konton, ")
                    .append(book.vouchers().size())
                    .append(" verifikationer, ")
                    .append(book.rowCount())
                    .append(" rader")
                    .toString();
        }

        private static CompanyFacts facts(SieFile book) {
            BookFigures figures = BookFigures.of(book);
            Map<String, String> printed = new LinkedHashMap<>();
            printed.put("Nettoomsättning", kronor(figures.turnover()));
            printed.put("Balansomslutning", kronor(figures.balanceTotal()));
            printed.put("Årets resultat", kronor(figures.result()));
            printed.put("Eget kapital", kronor(figures.equity()));
            for (Map.Entry<Integer, BigDecimal> rate : figures.outputVat().entrySet()) {
                if (rate.getValue().signum() != 0) {
                    printed.put("Utgående moms " + rate.getKey() + " %", kronor(rate.getValue()));
                }
            }
            if (figures.inputVat().signum() != 0) {
                printed.put("Ingående moms", kronor(figures.inputVat()));
            }
            TreeSet<String> used = new TreeSet<>();
            book.vouchers().forEach(voucher -> voucher.rows().forEach(row -> used.add(row.account())));
            book.balances().stream().filter(balance -> balance.ore() != 0).forEach(balance -> used.add(balance.account()));
            if (used.isEmpty()) {
                used.addAll(book.accounts().keySet());
            }
            return new CompanyFacts(
                    given(book.header().companyName()),
                    given(book.header().organisationNumber()),
                    book.header().isLimitedCompany() ? Optional.of("AB") : given(book.header().companyType()),
                    book.year(0).map(year -> year.start()),
                    book.year(0).map(year -> year.end()),
                    Optional.of(figures.turnover()),
                    used,
                    printed);
        }

        private static Optional<String> given(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
        }

        private static String kronor(BigDecimal amount) {
            return amount.toPlainString() + " kr";
        }
    }

    /** The books of the newest year. */
    public Optional<SieFile> newestBooks() {
        return books.isEmpty() ? Optional.empty() : Optional.of(books.get(books.size() - 1));
    }
}
