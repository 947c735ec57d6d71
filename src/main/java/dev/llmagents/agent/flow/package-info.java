/**
 * Workflows of one's own: agents without rules in Java, their order and their limits in a YAML file.
 *
 * <p>{@link dev.llmagents.agent.flow.FlowReader} reads the file, {@link dev.llmagents.agent.flow.FlowRun} runs it on the same
 * agents, service and checks as the teams that ship with the program.
 */
package dev.llmagents.agent.flow;
