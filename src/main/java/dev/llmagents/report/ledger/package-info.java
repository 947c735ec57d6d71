/** The ledger of tasks over many meetings in every format it can be had in. Start with LedgerFormats. */
package dev.llmagents.report.ledger;
