package dpsh.client;

import dpsh.arm.DpshException;
import dpsh.rest.Token;
import dpsh.rest.TokenSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Signing in over the transport's token source. */
public final class TokenSignIn implements SignIn {
    private final TokenSource tokens;
    private final List<String> methods;
    private final BiFunction<String, Consumer<String>, Token> login;

    /**
     * @param methods the words that {@code login} takes; empty where there is nothing to sign in to
     * @param login signs in by one of them
     */
    public TokenSignIn(TokenSource tokens, List<String> methods, BiFunction<String, Consumer<String>, Token> login) {
        this.tokens = tokens;
        this.methods = List.copyOf(methods);
        this.login = login;
    }

    @Override
    public Account account() {
        return account(tokens.token(false));
    }

    @Override
    public boolean silent() {
        return tokens.silent();
    }

    @Override
    public List<String> methods() {
        return methods;
    }

    @Override
    public Account login(String method, Consumer<String> prompt) {
        if (methods.isEmpty()) {
            throw new DpshException.Usage(
                    "there is nothing to sign in to", "the sandbox makes its own token", "`whoami` shows it");
        }
        String word = methods.stream()
                .filter(method::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new DpshException.Usage(
                        "'" + method + "' is no way to sign in", null, "login takes " + String.join(", ", methods)));
        return account(login.apply(word, prompt));
    }

    private static Account account(Token token) {
        return new Account(token.source(), token.account(), token.objectId(), token.tenant(), token.expires());
    }
}
