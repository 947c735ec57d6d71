package dev.llmagents.llm;

/** Why a model stopped writing. */
public enum FinishReason {
    /** It had said all it wanted to. */
    STOP,
    /** It ran into the limit of tokens: the answer is cut. */
    LENGTH,
    /** Something else the provider named. */
    OTHER
}
