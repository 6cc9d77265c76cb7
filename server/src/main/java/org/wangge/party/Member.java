package org.wangge.party;

import org.wangge.policy.Redaction;

/**
 * A member of the party.
 *
 * @param id number in this store
 * @param code unique, never changed
 * @param name full name; only shown to who may see it where the member stands, to others as {@link
 *     #maskedName()}
 * @param branch name of the branch (党支部)
 * @param community code of the community the branch belongs to, empty when unknown
 */
public record Member(long id, String code, String name, String branch, String community) {

  /** The family name and two stars: 王**. */
  public String maskedName() {
    return Redaction.name(name);
  }
}
