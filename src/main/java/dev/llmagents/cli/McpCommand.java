package dev.llmagents.cli;

import dev.llmagents.mcp.MeetingTools;
import dev.llmagents.mcp.SveaTools;
import dev.llmagents.mcp.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code llm-agents mcp}. */
@Command(
        name = "mcp",
        description = "Serve the teams as tools of the Model Context Protocol on standard input and output.",
        sortOptions = false,
        footer = {
            "",
            "Example, in an assistant's configuration:",
            "  {\"mcpServers\": {\"llm-agents\": {\"command\": \"llm-agents\",",
            "    \"args\": [\"mcp\", \"--root\", \"/home/anna/meetings\"]}}}"
        })
final class McpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private ToolServing serving;

    McpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        return serving.serve(context, (runs, folder) -> {
            List<Tool> tools = new ArrayList<>(MeetingTools.of(runs, folder));
            tools.addAll(SveaTools.of(runs, folder));
            return tools;
        });
    }
}
