/**
 * What is handed to Agent Svea: told apart by content, never by name, and read into the model that its checks ask. Start at
 * {@link dev.llmagents.team.svea.input.SveaDocuments}, then {@link dev.llmagents.team.svea.input.DocumentChecks}.
 */
package dev.llmagents.team.svea.input;
