package org.wangge.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever sends a request.
 *
 * @param kind how he is known
 * @param name of the account or token; empty when anonymous
 * @param grants what he was given; of {@link Kind#LOCAL} nothing counts, he may everything
 * @param seesPublic whether this server shows its public map to those who have not signed in
 */
public record Viewer(Kind kind, String name, List<Grant> grants, boolean seesPublic) {

  public Viewer {
    grants = List.copyOf(grants);
  }

  /** How a viewer is known. */
  public enum Kind {
    ANONYMOUS,
    ACCOUNT,
    TOKEN,
    /** The command line on the machine of the server, or a part of the server itself. */
    LOCAL
  }

  /** Nobody in particular. */
  public static Viewer anonymous(boolean seesPublic) {
    return new Viewer(Kind.ANONYMOUS, "", List.of(), seesPublic);
  }

  /** The server's own command line: bound by no scope. */
  public static Viewer local(String name) {
    return new Viewer(Kind.LOCAL, name, List.of(), true);
  }

  /** Where he has a right. */
  public Area area(Right right) {
    if (kind == Kind.LOCAL || reaches(right, Reach.EVERYWHERE)) {
      return Area.wholeDistrict();
    }
    return seesPublic && Policy.isPublic(right)
        ? Area.wholeDistrict()
        : Area.of(scopes(right, Reach.WITHIN).collect(Collectors.toSet()));
  }

  private boolean reaches(Right right, Reach reach) {
    return scopes(right, reach).findAny().isPresent();
  }

  private Stream<String> scopes(Right right, Reach reach) {
    return grants.stream()
        .filter(grant -> Policy.reach(grant.role(), right) == reach)
        .map(Grant::scope);
  }

  /** Whether he has a right anywhere. */
  public boolean may(Right right) {
    return !area(right).isNowhere();
  }

  public boolean isAnonymous() {
    return kind == Kind.ANONYMOUS;
  }

  /** The codes of his roles, for the audit trail. */
  public String roles() {
    return grants.stream()
        .map(grant -> grant.role().code() + "@" + grant.scope())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Equal for viewers who are answered alike, for entity tags. */
  public String key() {
    return kind == Kind.LOCAL ? "local" : seesPublic + "/" + roles();
  }
}
