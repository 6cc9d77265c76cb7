package org.wangge.planning;

import java.util.Collection;
import java.util.Map;

/** What people are called who are known here by the names of their accounts. */
public interface Names {
  /** Display names by account; accounts that are gone, and tokens, are left out. */
  Map<String, String> of(Collection<String> accounts);
}
