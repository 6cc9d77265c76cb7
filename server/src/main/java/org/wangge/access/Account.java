package org.wangge.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.policy.Viewer;

/**
 * One account.
 *
 * @param id number in this store
 * @param name what its owner signs in with, unique, lower case
 * @param displayName how people call him
 * @param passwordHash Argon2id in PHC form; empty when he signs in elsewhere (OpenID Connect)
 * @param mustChange whether the password was given by somebody else and must be changed first
 * @param disabled whether he may not sign in
 * @param signedInAt last time, null when never
 * @param version grows with every change
 */
record Account(
    long id,
    String name,
    String displayName,
    String passwordHash,
    boolean mustChange,
    boolean disabled,
    Instant createdAt,
    @Nullable Instant signedInAt,
    int version,
    List<Grant> grants) {

  Account {
    grants = List.copyOf(grants);
  }

  /** The account as a viewer of this server. */
  Viewer viewer(boolean seesPublic) {
    return new Viewer(Viewer.Kind.ACCOUNT, name, grants, seesPublic);
  }

  boolean isAdministrator() {
    return !disabled && grants.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
  }

  /** In a few words, for the audit trail. */
  String summary() {
    return name
        + " ("
        + displayName
        + ") ["
        + viewer(false).roles()
        + "]"
        + (disabled ? " disabled" : "");
  }
}
