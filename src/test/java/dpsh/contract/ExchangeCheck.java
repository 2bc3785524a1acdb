package dpsh.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds one exchange to the contract: operation, parameters, body, status, headers, answer. */
final class ExchangeCheck {
    private static final Set<String> ASYNC = Set.of("azure-asyncoperation", "location", "retry-after");

    private final Contract contract;

    ExchangeCheck(Contract contract) {
        this.contract = contract;
    }

    /** The operation's name, also when the contract has none for the path. */
    String operation(Exchange exchange) {
        Contract.Operation operation = contract.find(exchange.method(), exchange.path());
        return operation == null ? exchange.method() + " " + shape(exchange.path()) : operation.id();
    }

    List<Finding> check(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        String name = operation(exchange);
        Contract.Operation operation = contract.find(exchange.method(), exchange.path());
        if (operation == null) {
            findings.add(new Finding(name, "path", Integer.toString(exchange.status()), "not in the contract"));
            return findings;
        }
        boolean refused = exchange.status() >= 400;
        if (!refused) {
            parameters(operation, exchange, findings);
        }
        response(operation, exchange, findings);
        return findings;
    }

    /** The path with its names left out. */
    private static String shape(String path) {
        StringBuilder shape = new StringBuilder();
        String[] segments = path.substring(1).split("/");
        for (int i = 0; i < segments.length; i++) {
            boolean name = i > 0
                    && !segments[i - 1].equalsIgnoreCase("providers")
                    && !shape.toString().endsWith("}")
                    && !segments[i - 1].toLowerCase(Locale.ROOT).startsWith("microsoft.");
            shape.append('/').append(name ? "{}" : segments[i]);
        }
        return shape.toString();
    }

    private void parameters(Contract.Operation operation, Exchange exchange, List<Finding> findings) {
        boolean body = false;
        Set<String> known = new java.util.HashSet<>();
        for (JsonNode given : operation.definition().path("parameters")) {
            Schemas.Part parameter =
                    contract.schemas().resolve(contract.schemas().root().at(given));
            String name = parameter.node().path("name").asText();
            boolean required = parameter.node().path("required").asBoolean();
            switch (parameter.node().path("in").asText()) {
                case "query" -> {
                    known.add(name);
                    if (required && !exchange.query().containsKey(name)) {
                        findings.add(new Finding(operation.id(), "required", "query " + name, "is missing"));
                    }
                }
                case "path" -> path(operation, parameter.node(), findings);
                case "body" -> {
                    body = true;
                    body(operation, exchange, parameter, required, findings);
                }
                default -> {
                    // Headers that a request may have.
                }
            }
        }
        if (!body && !exchange.request().isMissingNode() && !exchange.request().isEmpty()) {
            findings.add(new Finding(operation.id(), "body", "request", "the contract has none"));
        }
        for (String name : exchange.query().keySet()) {
            boolean signature = exchange.query().containsKey("s")
                    && Set.of("t", "c", "s", "h").contains(name);
            if (!signature && !known.contains(name)) {
                findings.add(
                        new Finding(operation.id(), "unknown", "query " + name, "the contract has no such parameter"));
            }
        }
    }

    private static void path(Contract.Operation operation, JsonNode parameter, List<Finding> findings) {
        String value = operation.variables().getOrDefault(parameter.path("name").asText(), "");
        if (parameter.has("pattern") && !value.matches(parameter.path("pattern").asText())) {
            findings.add(new Finding(
                    operation.id(), "format", "path " + parameter.path("name").asText(), value));
        }
    }

    private void body(
            Contract.Operation operation,
            Exchange exchange,
            Schemas.Part parameter,
            boolean required,
            List<Finding> findings) {
        if (exchange.request().isMissingNode()) {
            if (required) {
                findings.add(new Finding(operation.id(), "required", "request", "there is no body"));
            }
            return;
        }
        new SchemaCheck(
                        contract.schemas(),
                        true,
                        (kind, place, text) -> findings.add(new Finding(operation.id(), kind, place, text)))
                .check(parameter.at(parameter.node().path("schema")), exchange.request(), "request ");
    }

    private void response(Contract.Operation operation, Exchange exchange, List<Finding> findings) {
        String status = Integer.toString(exchange.status());
        JsonNode responses = operation.definition().path("responses");
        boolean declared = responses.has(status);
        if (!declared && exchange.status() < 400) {
            findings.add(new Finding(operation.id(), "status", status, "not in the contract"));
        }
        JsonNode response = declared ? responses.path(status) : responses.path("default");
        if (declared) {
            headers(operation, exchange, response, findings);
        }
        boolean empty = exchange.response().isMissingNode();
        boolean described = response.has("schema") && (declared || exchange.status() >= 400);
        if (described && empty) {
            findings.add(new Finding(operation.id(), "body", status, "there is none"));
        } else if (!described && !empty) {
            findings.add(new Finding(operation.id(), "body", status, "the contract has none"));
        } else if (described) {
            new SchemaCheck(
                            contract.schemas(),
                            false,
                            (kind, place, text) -> findings.add(new Finding(operation.id(), kind, place, text)))
                    .check(contract.schemas().root().at(response.path("schema")), exchange.response(), status + " ");
        }
    }

    private void headers(Contract.Operation operation, Exchange exchange, JsonNode response, List<Finding> findings) {
        Set<String> declared = new java.util.HashSet<>();
        response.path("headers").fieldNames().forEachRemaining(name -> {
            declared.add(name.toLowerCase(Locale.ROOT));
            boolean removed = exchange.recorded() && name.equals("Retry-After");
            if (!removed && !exchange.headers().containsKey(name.toLowerCase(Locale.ROOT))) {
                findings.add(new Finding(operation.id(), "header", exchange.status() + " " + name, "is missing"));
            }
        });
        for (String name : ASYNC) {
            @Nullable String value = exchange.headers().get(name);
            if (value != null && !declared.contains(name)) {
                findings.add(new Finding(
                        operation.id(), "header", exchange.status() + " " + name, "the contract has no such header"));
            }
            boolean absolute = value == null || name.equals("retry-after") || value.startsWith("http");
            if (!absolute) {
                findings.add(new Finding(operation.id(), "format", exchange.status() + " " + name, "not absolute"));
            }
        }
    }
}
