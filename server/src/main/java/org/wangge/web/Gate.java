package org.wangge.web;

import java.util.Collection;
import org.wangge.policy.Viewer;

/**
 * Stands before every handler: says who a request is from and whether it may go on. Files of the
 * page are not asked for; they hold no data.
 */
public interface Gate {

  /** Lets everybody do everything: for tests of single features. */
  Gate OPEN = visit -> Viewer.local("test");

  /**
   * Lets a request in.
   *
   * @return who it is from; handlers read it with {@link Visitor#of}
   * @throws ProblemException 401 who are you, 403 not for you, 429 too often
   */
  Viewer admit(Visit visit);

  /** After the handler, also when it failed: what came of a visit that was let in. */
  default void left(Visit visit, Viewer viewer, int status) {}

  /**
   * Told of every route once, before the server listens.
   *
   * @param routes method and template
   * @throws IllegalStateException when the gate does not know one of them
   */
  default void expect(Collection<String> routes) {}
}
