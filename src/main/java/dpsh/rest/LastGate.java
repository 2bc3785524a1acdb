package dpsh.rest;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/** The last look before a token leaves: whatever came before, it goes to the profile's origin only (law 1). */
final class LastGate extends HttpPipelineSyncPolicy {
    private final OriginGuard guard;

    LastGate(OriginGuard guard) {
        this.guard = guard;
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext context) {
        if (!guard.allows(context.getHttpRequest().getUrl().toString())) {
            context.getHttpRequest().getHeaders().remove(HttpHeaderName.AUTHORIZATION);
            throw new IllegalStateException("a request was about to leave " + guard.origin());
        }
    }
}
