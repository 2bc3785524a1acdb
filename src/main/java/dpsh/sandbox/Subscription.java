package dpsh.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A subscription of the tenant. */
record Subscription(ArmId id, String name, String tenant) implements Stored {
    @Override
    public ObjectNode json(ApiVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id.text());
        json.put("authorizationSource", "RoleBased");
        json.putArray("managedByTenants");
        json.put("subscriptionId", id.subscription());
        json.put("tenantId", tenant);
        json.put("displayName", name);
        json.put("state", "Enabled");
        json.putObject("subscriptionPolicies")
                .put("locationPlacementId", "Public_2014-09-01")
                .put("quotaId", "PayAsYouGo_2014-09-01")
                .put("spendingLimit", "Off");
        return json;
    }
}
