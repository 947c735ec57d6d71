/**
 * The one way to a model: {@link dev.llmagents.llm.LLMService} and the steps every call passes.
 *
 * <p>Start with {@link dev.llmagents.llm.LLMService}; a step is an {@link dev.llmagents.llm.LLMStep}, what goes wrong is
 * an {@link dev.llmagents.llm.LLMException}. The steps that need a store of their own (cache, usage) live with that store
 * and meet here only.
 */
package dev.llmagents.llm;
