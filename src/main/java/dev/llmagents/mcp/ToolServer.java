package dev.llmagents.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Serves tools on a pair of streams until the reader's end: one JSON-RPC message on each line, nothing else on the output.
 * The protocol itself is the official library's.
 */
public final class ToolServer {
    private final String name;
    private final String version;
    private final String instructions;
    private final List<Tool> tools;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param name of the server, for the assistant's user
     * @param instructions what the assistant should know before it calls anything
     */
    public ToolServer(String name, String version, String instructions, List<Tool> tools) {
        this.name = name;
        this.version = version;
        this.instructions = instructions;
        this.tools = List.copyOf(tools);
    }

    /** With the instructions that ship with the program. */
    public static ToolServer of(String name, String version, List<Tool> tools) {
        try (InputStream in = ToolServer.class.getResourceAsStream("instructions.txt")) {
            if (in == null) {
                throw new IllegalStateException("instructions.txt is missing from the program");
            }
            return new ToolServer(name, version, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip(), tools);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns when {@code in} has ended and every call that was at work is answered. */
    public void serve(InputStream in, OutputStream out) throws InterruptedException {
        McpJsonMapper mapper = new JacksonMcpJsonMapper(json);
        Conversation conversation = new Conversation(json);
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(mapper, conversation.hearing(in), conversation.telling(out)))
                .serverInfo(name, version)
                .instructions(instructions)
                .jsonMapper(mapper)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(json))
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(tools.stream().map(this::specification).toList())
                .build();
        conversation.awaitEnd();
        server.closeGracefully();
    }

    private SyncToolSpecification specification(Tool tool) {
        Map<String, Object> schema = json.convertValue(tool.schema(), new TypeReference<>() {});
        McpSchema.Tool.Builder stated =
                McpSchema.Tool.builder(tool.name(), schema).title(tool.title()).description(tool.description());
        tool.answer()
                .ifPresent(form ->
                        stated.outputSchema(json.convertValue(form, new TypeReference<Map<String, Object>>() {})));
        return SyncToolSpecification.builder()
                .tool(stated.build())
                .callHandler((exchange, request) -> call(tool, request))
                .build();
    }

    private McpSchema.CallToolResult call(Tool tool, McpSchema.CallToolRequest request) {
        try {
            JsonNode arguments = json.valueToTree(request.arguments() == null ? Map.of() : request.arguments());
            Tool.Answer answer = tool.work().on(arguments);
            Map<String, Object> value = json.convertValue(answer.value(), new TypeReference<>() {});
            return McpSchema.CallToolResult.builder()
                    .addTextContent(answer.text())
                    .structuredContent(value)
                    .isError(false)
                    .build();
        } catch (ToolFailure failure) {
            return failed(failure.getMessage());
        } catch (RuntimeException unforeseen) {
            // Its message may hold text of an input.
            return failed("Internal error in " + tool.name() + ": "
                    + unforeseen.getClass().getName() + ".");
        }
    }

    private static McpSchema.CallToolResult failed(String sentence) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(sentence)
                .isError(true)
                .build();
    }
}
