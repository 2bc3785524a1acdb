package dpsh.rest;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/**
 * The headers that every request carries. Accept has no charset: with one, the service answers invalid requests with 406
 * and no explanation (wire notes, section 8.3).
 */
final class OwnHeaders extends HttpPipelineSyncPolicy {
    private final String userAgent;

    OwnHeaders(String userAgent) {
        this.userAgent = userAgent;
    }

    @Override
    protected void beforeSendingRequest(HttpPipelineCallContext context) {
        context.getHttpRequest()
                .setHeader(HttpHeaderName.ACCEPT, "application/json")
                .setHeader(HttpHeaderName.USER_AGENT, userAgent);
    }
}
