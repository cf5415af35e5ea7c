package dev.fabrickit.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A secret signs and compares, and is never shown by what holds it. */
class SecretTest {
    private static final Secret SECRET = new Secret("Passw0rd");

    /** Test case 2 of RFC 4231. */
    @Test
    void signsAsTheStandardSays() {
        String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        String message = "what do ya want for nothing?";

        assertThat(new Secret("Jefe").sign(message)).isEqualTo(expected);
        assertThat(new Secret("Jefe").signed(message, expected)).isTrue();
        assertThat(new Secret("Jefe").signed(message, expected.toUpperCase())).isFalse();
        assertThat(new Secret("Jefe").signed(message, expected.substring(1))).isFalse();
    }

    /** Computed apart: PBKDF2 with HMAC-SHA256 and 100,000 rounds, then the HMAC. */
    @Test
    void everyProcessDerivesTheSameKey() {
        assertThat(SECRET.derive("alice-id").sign("alice-id.1767312000120"))
                .isEqualTo("caf5c9cdde38c79f13861485a1d43ee8d5011e2bf24e6a2df11129b3ee68e9df");
        assertThat(SECRET.derive("bob-id")).isNotEqualTo(SECRET.derive("alice-id"));
    }

    @Test
    void isItsTextAndNoOther() {
        assertThat(SECRET.is("Passw0rd")).isTrue();
        assertThat(SECRET.is("passw0rd")).isFalse();
        assertThat(SECRET.is("Passw0rd ")).isFalse();
        assertThat(SECRET.is("")).isFalse();
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverShown() {
        AccountUser user = new AccountUser("alice-id", "Alice", SECRET);
        AccessKey key = new AccessKey("ACCESS", SECRET, SECRET);
        Account account = new Account("acme", "acme", List.of(user), List.of(SECRET), List.of(key));
        PasswordRequest request = new PasswordRequest("acme", "Alice", SECRET, new TokenScope(null, null, null));

        assertThat(List.of(SECRET, account, request, new Accounts.Signatory(key, account.caller())))
                .allSatisfy(holder -> assertThat(holder.toString()).doesNotContain("Passw0rd"));
    }
}
