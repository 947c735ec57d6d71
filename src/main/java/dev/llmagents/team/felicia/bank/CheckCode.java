package dev.llmagents.team.felicia.bank;

/** The checks of the bank. The codes are stable: results, documents and other programs refer to them. */
public enum CheckCode {
    /** Account numbers: country, length and check digits (ISO 13616). */
    BK01_IBAN,
    /** Codes of banks: form, and the country of the account (ISO 9362). */
    BK02_BIC,
    /** Bankgiro and plusgiro numbers: check digit after Luhn. */
    BK03_BANKGIRO,
    /** Swedish clearing and account numbers (Bankgirot, "Bankernas kontonummer"). */
    BK04_SE_ACCOUNT,
    /** References: RF (ISO 11649) and OCR. */
    BK05_REF,
    /** Letters that payment files do not carry (EPC217-08). */
    BK06_CHARSET,
    /** The day of execution: a business day of the currency's system, late enough. */
    BK07_DATE,
    /** Balance less reserve covers amount and fee, counted over all requests. */
    BK08_FUNDS,
    /** Limits above which a person approves; modelled on strong customer authentication, Regulation (EU) 2018/389. */
    BK09_LIMIT_SCA,
    /** The same payment twice. */
    BK10_DUPLICATE,
    /** Names and countries on a list of the user's own. */
    BK11_SANCTIONS,
    /** Currency of account, instruction and file, and two decimals. */
    BK12_CURRENCY,
    /** Counts and sums of the payment file. */
    BK13_CTRLSUM,
    /** Accounts that are unknown, closed or one and the same. */
    BK14_SELF
}
