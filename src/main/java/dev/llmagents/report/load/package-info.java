/** Load tests in every format: one renderer for each, over {@link dev.llmagents.load.LoadReport}. */
package dev.llmagents.report.load;
