package dpsh.command;

import dpsh.client.Account;
import dpsh.view.Detail;
import dpsh.view.JsonText;
import dpsh.view.TimeStyle;
import dpsh.view.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an account is shown: who, from where, until when. Never the token. */
final class AccountDetail {
    private AccountDetail() {}

    static Detail of(Account account, String endpoint) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", account.name());
        json.put("objectId", account.objectId());
        json.put("tenant", account.tenant());
        json.put("source", account.source());
        json.put("expires", Times.absolute(account.expires()));
        json.put("endpoint", endpoint);
        return Detail.of(
                List.of(
                        Detail.Field.of("signed in as", account.name()),
                        Detail.Field.of("object ID", account.objectId()),
                        Detail.Field.of("tenant", account.tenant()),
                        Detail.Field.of("token from", account.source()),
                        Detail.Field.of("expires", new Times(Instant.now()).cell(account.expires(), TimeStyle.BOTH)),
                        Detail.Field.of("endpoint", endpoint)),
                JsonText.of(json));
    }
}
