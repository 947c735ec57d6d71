package dev.llmagents.provider;

import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Whether a request has begun to leave this machine: one that has not can be billed by nobody. Rides on the request as a
 * tag. Safe for use by several threads.
 */
final class Sending {
    static final EventListener LISTENER = new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
            Optional.ofNullable(call.request().tag(Sending.class)).ifPresent(sending -> sending.begun = true);
        }
    };

    private volatile boolean begun;

    boolean hasBegun() {
        return begun;
    }
}
