import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** What `llm-agents stats --by agent` reckons, by DuckDB's read_json: the opponent of scripts/bench/stats. */
final class DuckDbStats {
    private DuckDbStats() {}

    /** @param arguments the folder of the log; for a range, the first file's pattern and the moment it begins */
    public static void main(String[] arguments) throws Exception {
        String since = arguments.length > 1 ? arguments[1] : "0001-01-01T00:00:00Z";
        String billed = "cause in ('initial', 'retry', 'fallback')";
        String query = "select agent, count(*), count(*) filter (attempt = 1), count(*) filter (" + billed + "),"
                + " count(*) filter (cause = 'cache'), count(*) filter (cause = 'fallback'), count(*) filter (status <> 'ok'),"
                + " sum(promptTokens) filter (" + billed + "), sum(cachedPromptTokens) filter (" + billed + "),"
                + " sum(completionTokens) filter (" + billed + "), sum(reasoningTokens) filter (" + billed + "),"
                + " sum(costUsd), sum(savedUsd), count(*) filter (" + billed + " and costUsd is null),"
                + " quantile_cont(latencyMs, [0.5, 0.95, 0.99]) filter (status = 'ok' and " + billed + ")"
                + " from read_json('" + arguments[0] + "', format = 'newline_delimited', ignore_errors = true, columns = {"
                + "ts: 'VARCHAR', agent: 'VARCHAR', cause: 'VARCHAR', status: 'VARCHAR', attempt: 'BIGINT',"
                + " promptTokens: 'BIGINT', cachedPromptTokens: 'BIGINT', completionTokens: 'BIGINT',"
                + " reasoningTokens: 'BIGINT', costUsd: 'DECIMAL(18,12)', savedUsd: 'DECIMAL(18,12)', latencyMs: 'BIGINT'})"
                + " where ts >= '" + since + "' group by agent order by sum(costUsd) desc";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.append(rows.getString(column)).append('\t');
                    }
                    System.out.println(row);
                }
            }
        }
    }
}
