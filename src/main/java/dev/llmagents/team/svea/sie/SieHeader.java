package dev.llmagents.team.svea.sie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself and its company. A text that is not there is empty.
 *
 * @param flag {@code 0} as exported, {@code 1} once read by the receiver
 * @param companyType #FTYP: AB, HB, E, BRF …
 * @param companyNumber #FNR: the program's own number of the company
 * @param organisationNumber #ORGNR as it stands
 * @param industryCode #BKOD
 * @param address contact, street, place, telephone
 * @param taxYear #TAXAR; empty if there is none
 * @param coveredTo #OMFATTN: last day of the balances
 * @param chart #KPTYP; empty means BAS95
 * @param currency #VALUTA; empty means SEK
 * @param remark #PROSA
 */
public record SieHeader(
        String flag,
        String program,
        String programVersion,
        String format,
        Optional<LocalDate> generated,
        String generatedBy,
        String declaredType,
        String remark,
        String companyType,
        String companyNumber,
        String organisationNumber,
        String industryCode,
        List<String> address,
        String companyName,
        String taxYear,
        Optional<LocalDate> coveredTo,
        String chart,
        String currency) {
    public SieHeader {
        address = List.copyOf(address);
    }

    /** Whether the company is a limited company: by #FTYP, else by a name that ends in AB or Aktiebolag. */
    public boolean isLimitedCompany() {
        if (!companyType.isEmpty()) {
            return companyType.equals("AB") || companyType.equals("BAB") || companyType.equals("FAB");
        }
        String[] words = companyName.strip().split("\\s+", -1);
        String last = words[words.length - 1];
        return last.equals("AB") || last.equalsIgnoreCase("aktiebolag") || words[0].equals("AB");
    }
}
