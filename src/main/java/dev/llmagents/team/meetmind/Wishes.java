package dev.llmagents.team.meetmind;

import java.util.List;

/** What was asked for: requirements as they were said, and the features they are about, most wanted first. */
public record Wishes(List<Requirement> requirements, List<Feature> features) {
    public Wishes {
        requirements = List.copyOf(requirements);
        features = List.copyOf(features);
    }
}
