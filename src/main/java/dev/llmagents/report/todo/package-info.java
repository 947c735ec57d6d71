/** Tasks for other programs: calendars and issue trackers, whether they come of one meeting or of a ledger over many. */
package dev.llmagents.report.todo;
