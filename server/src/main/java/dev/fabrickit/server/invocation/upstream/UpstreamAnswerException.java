package dev.fabrickit.server.invocation.upstream;

/** The other server answered, but not with what was asked for. */
final class UpstreamAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;

    UpstreamAnswerException(int status, String body) {
        super("status " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }
}
