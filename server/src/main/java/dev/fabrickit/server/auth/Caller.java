package dev.fabrickit.server.auth;

import dev.fabrickit.server.schema.User;
import dev.fabrickit.server.schema.UserOrNull;

/**
 * Who sends a request. Callers of one account (domain) share its resources; nobody else sees them.
 *
 * @param domainId the id of the account, 1 to 36 letters, digits and hyphens
 * @param domainName its name, at most 64 characters
 * @param userId the id of the user, as the account's
 * @param userName the name of the user, at most 64 characters
 */
public record Caller(String domainId, String domainName, String userId, String userName) {

    /** As the admin operations show an owner. */
    public User asUser() {
        return new User()
                .domainId(domainId)
                .domainName(domainName)
                .userId(userId)
                .userName(userName);
    }

    /** As the admin operations show who created or changed something. */
    public UserOrNull asCreator() {
        return new UserOrNull()
                .domainId(domainId)
                .domainName(domainName)
                .userId(userId)
                .userName(userName);
    }

    /** As the ep operations show the same: without ids. */
    public UserOrNull asEpUser() {
        return new UserOrNull().domainName(domainName).userName(userName);
    }
}
