package org.wangge.cases;

/**
 * One entry of the list of categories.
 *
 * @param code two digits (a group, 大类) or four (小类, whose first two are its group)
 * @param label Chinese
 * @param restricted whether cases of it are sealed: kept, never listed, counted or drawn
 */
public record Category(String code, String label, boolean restricted) {

  public boolean isGroup() {
    return code.length() == 2;
  }

  public String group() {
    return code.substring(0, 2);
  }
}
