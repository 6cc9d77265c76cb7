package org.wangge.access;

import org.wangge.policy.Viewer;

/**
 * Who does something, and from where.
 *
 * @param address of the client, empty for the server itself
 */
record Actor(Viewer viewer, String address) {

  /** The server itself, while it starts. */
  static Actor server() {
    return new Actor(Viewer.local("server"), "");
  }
}
