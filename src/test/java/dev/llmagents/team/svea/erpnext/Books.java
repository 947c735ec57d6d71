package dev.llmagents.team.svea.erpnext;

import dev.llmagents.document.UnreadableInputException;
import dev.llmagents.team.svea.sie.SieFile;
import dev.llmagents.team.svea.sie.SieReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** SIE files of invented companies, read from their text. */
final class Books {
    /** A sound file: one account ERPNext has not, an opening balance, a sale and a purchase. */
    static final String SOUND =
            """
            #FLAGGA 0
            #PROGRAM "Prov" 1
            #FORMAT PC8
            #SIETYP 4
            #FTYP AB
            #ORGNR 556012-5790
            #FNAMN "Östra Blåbär Handel AB"
            #RAR 0 20240101 20241231
            #RAR -1 20230101 20231231
            #KONTO 1510 "Kundfordringar"
            #KONTO 1930 "Bank"
            #KONTO 2081 "Aktiekapital"
            #KONTO 2440 "Leverantörsskulder"
            #KONTO 2611 "Utg moms 25"
            #KONTO 2641 "Ing moms"
            #KONTO 3001 "Försäljning"
            #KONTO 3055 "Försäljning av blåbär"
            #KONTO 5410 "Inventarier"
            #KONTO 6150 "Tryck"
            #IB 0 1930 50000.00
            #IB 0 2081 -50000.00
            #VER A 1 20240115 "Faktura 1"
            {
            #TRANS 1510 {} 1250.00
            #TRANS 3001 {} -900.00
            #TRANS 3055 {} -100.00 20240115 "Blåbär, 2 kg"
            #TRANS 2611 {} -250.00
            }
            #VER A 2 20240220 "Tryckeriet"
            {
            #TRANS 6150 {} 80.00
            #TRANS 2641 {} 20.00
            #TRANS 2440 {} -100.00
            }
            """;

    /** A sole trader, whose number is a person's. */
    static final String SOLE_TRADER =
            """
            #FLAGGA 0
            #SIETYP 4
            #FTYP E
            #ORGNR 811228-9874
            #FNAMN "Snickare Exempel"
            #RAR 0 20240101 20241231
            #KONTO 1930 "Bank"
            #KONTO 2010 "Eget kapital"
            #VER A 1 20240105 "Insättning"
            {
            #TRANS 1930 {} 100.00
            #TRANS 2010 {} -100.00
            }
            """;

    /** Vouchers from a pre-system: no fiscal year, no chart, a broken year and texts that mean harm. */
    static final String IMPORT =
            """
            #FLAGGA 0
            #SIETYP 4
            #FNAMN "=HYPERLINK <b>{{remarks}}</b> ```"
            #KONTO 1899 "=cmd|' /C calc'!A0"
            #KONTO 0101 "Utan klass"
            #KONTO X12 "Bokstav"
            #VER "" "" 20240301 "@SUM(1+1)"
            {
            #TRANS 1930 {} 10.00 20240301 "-2+3"
            #TRANS 1899 {} -10.00 20240301 "-25"
            }
            """;

    /** A broken fiscal year, a shorter one before it, and every kind of voucher ERPNext refuses. */
    static final String FAULTY =
            """
            #FLAGGA 0
            #SIETYP 4
            #ORGNR 556012-5791
            #FNAMN "Felaktiga Affärer i Norr HB"
            #RAR 0 20230701 20240630
            #RAR -1 20230101 20230630
            #RAR -2 20220101 20230331
            #KONTO 1930 "Bank"
            #KONTO 3001 "Försäljning"
            #KONTO 9500 "Intern"
            #IB 0 1930 10.00
            #IB 0 3001 -10.00
            #VER B 1 20230801 "Obalans"
            {
            #TRANS 1930 {} 10.00
            #TRANS 3001 {} -9.00
            }
            #VER B 2 20240701 "Utanför"
            {
            #TRANS 1930 {} 10.00
            #TRANS 3001 {} -10.00
            }
            #VER B 3 20230802 "Okänt konto"
            {
            #TRANS 1930 {} 10.00
            #TRANS 1899 {} -10.00
            }
            #VER B 4 20230899 "Inget datum"
            {
            #TRANS 1930 {} 10.00
            #TRANS 3001 {} -10.00
            }
            #VER B 5 20230803 "Tom"
            {
            }
            #VER B 6 20230804 "Oläsligt"
            {
            #TRANS 1930 {} tio
            #TRANS 3001 {} 0.00
            }
            #VER B 7 20230805 "Riktig, med en nolla"
            {
            #TRANS 1930 {} 10.00
            #TRANS 9500 {} 0.00
            #TRANS 3001 {} -10.00
            }
            """;

    static final List<String> ALL = List.of(SOUND, SOLE_TRADER, IMPORT, FAULTY);

    private Books() {}

    static SieFile read(String text) {
        try {
            return SieReader.read("prov.se", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableInputException e) {
            throw new AssertionError(e);
        }
    }

    static Bundle bundle(String text) {
        return Bundle.of(read(text));
    }

    static String text(Bundle bundle, String file) {
        return new String(bundle.files().get(file), StandardCharsets.UTF_8);
    }

    static String remarks(Bundle bundle, String file) {
        return String.join("\n", bundle.remarks().getOrDefault(file, List.of()));
    }

    /** The bundle's files with one of them changed; fails if the change changes nothing. */
    static SortedMap<String, byte[]> changed(Bundle bundle, String file, String old, String replacement) {
        String before = text(bundle, file);
        int at = before.indexOf(old);
        if (at < 0) {
            throw new AssertionError(file + " does not hold " + old);
        }
        String after = before.substring(0, at) + replacement + before.substring(at + old.length());
        SortedMap<String, byte[]> files = new TreeMap<>(bundle.files());
        files.put(file, after.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
