package dev.llmagents.app;

import dev.llmagents.app.SettingsSources.Origin;
import dev.llmagents.app.SettingsSources.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A setting that holds the address of a server which is sent a key.
 *
 * @param example what a right one looks like
 * @param keyVariable the variable of the key
 */
record ServerAddress(SettingKey key, String example, String keyVariable) {
    private static final int LARGEST_PORT = 65_535;

    /**
     * The address, if there is one that is to be followed. A file that happens to lie in the working folder must not send a
     * key from elsewhere to a server of its choice.
     *
     * @param secret the key that would be sent there
     * @throws SettingsException if it cannot be used
     */
    Optional<URI> read(SettingsSources sources, Optional<Value> secret, Consumer<String> warnings) {
        Optional<Value> url = sources.get(key);
        boolean redirected = url.isPresent()
                && url.get().origin() == Origin.DOT_ENV
                && secret.isPresent()
                && secret.get().origin() != Origin.DOT_ENV;
        if (redirected) {
            warnings.accept(key.variable() + " in " + url.get().place() + " was ignored, since " + keyVariable
                    + " comes from " + secret.get().place() + ": set both in one place.");
            return Optional.empty();
        }
        return url.map(this::url);
    }

    private URI url(Value value) {
        String where = key.variable() + " in " + value.place();
        try {
            URI url = new URI(value.text());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = url.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
            if (!usable) {
                throw new SettingsException(where + " is no address of a server: write " + example + ".");
            }
            if (url.getRawQuery() != null || url.getRawFragment() != null || url.getPort() > LARGEST_PORT) {
                throw new SettingsException(
                        where + " must hold nothing but a server, a port and a path: write " + example + ".");
            }
            if (url.getUserInfo() != null) {
                throw new SettingsException(
                        where + " must not hold a user name or password: put the key into " + keyVariable + ".");
            }
            if (scheme.equals("http") && !Settings.isLoopback(url)) {
                throw new SettingsException(
                        where + " would send keys and text unencrypted: use https, or a server on this machine.");
            }
            return url;
        } catch (URISyntaxException noAddress) {
            // Not as the cause: its message quotes the address, and with it a password that may stand in there.
            throw new SettingsException(where + " is no address: write " + example + ".");
        }
    }
}
