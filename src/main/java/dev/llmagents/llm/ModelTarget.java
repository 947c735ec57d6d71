package dev.llmagents.llm;

/**
 * A model at a provider.
 *
 * @param provider the provider's id, for instance {@code openai}
 * @param model the model's name there
 */
public record ModelTarget(String provider, String model) {
    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
