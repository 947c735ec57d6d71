package dev.llmagents.file.planted;

import dev.llmagents.json.Sha256;

/** Planted: a low package that uses a higher one. Never run. */
public final class UpwardLook {
    public static String look() {
        return Sha256.of("up");
    }

    private UpwardLook() {}
}
