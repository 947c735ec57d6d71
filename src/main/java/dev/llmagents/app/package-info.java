/** Puts the program together: settings, the steps of the LLM service, and what a command asks for. */
package dev.llmagents.app;
