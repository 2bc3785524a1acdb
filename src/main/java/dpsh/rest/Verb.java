package dpsh.rest;

/** The HTTP methods that ARM operations use. */
public enum Verb {
    GET,
    HEAD,
    PUT,
    PATCH,
    POST,
    DELETE
}
