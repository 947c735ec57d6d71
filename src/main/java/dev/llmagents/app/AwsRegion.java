package dev.llmagents.app;

import dev.llmagents.provider.Providers;
import java.util.Optional;
import java.util.function.Supplier;

/** The AWS region of a run: the one the settings name, or else what the AWS SDK finds, looked for once and late. */
final class AwsRegion implements Supplier<Optional<String>> {
    private final Optional<String> profile;
    private Optional<Optional<String>> found = Optional.empty();

    private AwsRegion(Optional<String> profile) {
        this.profile = profile;
    }

    static Supplier<Optional<String>> of(ProviderSettings.Aws aws) {
        return aws.region().isPresent() ? aws::region : new AwsRegion(aws.profile());
    }

    @Override
    public synchronized Optional<String> get() {
        if (found.isEmpty()) {
            found = Optional.of(Providers.awsRegion(profile));
        }
        return found.get();
    }
}
