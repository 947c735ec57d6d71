package dev.llmagents.team.felicia;

/** A file a case was made from, by the name the mission gives it. */
public record CaseFile(String name, String sha256, long bytes) {}
