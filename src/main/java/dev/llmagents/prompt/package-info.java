/**
 * Prompts as files: YAML front matter that says how to ask, and a Handlebars template that says what.
 *
 * <p>The format follows Google's Dotprompt where it applies; {@link dev.llmagents.prompt.PromptLibrary} finds the files.
 */
package dev.llmagents.prompt;
