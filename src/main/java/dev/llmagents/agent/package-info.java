/**
 * Agents and how they work together.
 *
 * <p>An {@link dev.llmagents.agent.Agent} is an id, a prompt file and {@link dev.llmagents.agent.Rules} that answer
 * without any model. A {@link dev.llmagents.agent.Workflow} runs what depends on nothing side by side.
 */
package dev.llmagents.agent;
