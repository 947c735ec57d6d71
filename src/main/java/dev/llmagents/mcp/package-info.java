/**
 * The teams and their checks as tools of the Model Context Protocol, so that an assistant can call them. Start at
 * {@link dev.llmagents.mcp.ToolServer}; a tool is a {@link dev.llmagents.mcp.Tool}.
 */
package dev.llmagents.mcp;
