/** Reports on workflows of one's own: whatever form their answers have, in text, Markdown, JSON, CSV and HTML. */
package dev.llmagents.report.flow;
