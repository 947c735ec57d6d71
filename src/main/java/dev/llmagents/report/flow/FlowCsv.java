package dev.llmagents.report.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.llmagents.agent.flow.FlowRun;
import dev.llmagents.report.RunFacts;
import dev.llmagents.report.clean.CsvText;

/** A workflow's answers as CSV (RFC 4180): a line for each value, with where it stands. Safe for threads. */
final class FlowCsv implements FlowRenderer {
    private static final String LINE_END = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final boolean marked;

    /** @param marked whether to begin with a byte order mark, for spreadsheets */
    FlowCsv(boolean marked) {
        this.marked = marked;
    }

    @Override
    public String render(FlowRun.Result result, RunFacts facts) {
        StringBuilder csv = new StringBuilder(1024);
        if (marked) {
            csv.append(BYTE_ORDER_MARK);
        }
        csv.append("agent,source,field,value").append(LINE_END);
        for (FlowRun.Answer answer : result.answers()) {
            rows(csv, answer, "", answer.reply().value());
        }
        return csv.toString();
    }

    private static void rows(StringBuilder csv, FlowRun.Answer answer, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> rows(
                            csv,
                            answer,
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                rows(csv, answer, path + "[" + i + "]", value.get(i));
            }
        } else {
            csv.append(CsvText.cell(answer.agent().name())).append(',');
            csv.append(answer.reply().source().label()).append(',');
            csv.append(CsvText.cell(path)).append(',');
            csv.append(CsvText.cell(value.isNull() ? "" : value.asText())).append(LINE_END);
        }
    }
}
