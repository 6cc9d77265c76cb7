package org.wangge.topology;

/**
 * Who takes part in a finding.
 *
 * @param role what the party is
 * @param index {@link LayerPolygon#index()} of the polygon or parent; −1 for the domain
 * @param id {@link LayerPolygon#id()} of the polygon or parent; empty for the domain
 * @param sharedMetres length of the party's own line along the edge of the finding; 0 when it only
 *     covers the finding from further away
 */
public record Party(Role role, int index, String id, double sharedMetres) {

  /** What a party is. */
  public enum Role {
    POLYGON,
    PARENT,
    DOMAIN
  }

  static Party polygon(LayerPolygon polygon, double sharedMetres) {
    return new Party(Role.POLYGON, polygon.index(), polygon.id(), sharedMetres);
  }

  static Party parent(LayerPolygon parent, double sharedMetres) {
    return new Party(Role.PARENT, parent.index(), parent.id(), sharedMetres);
  }

  static Party domain(double sharedMetres) {
    return new Party(Role.DOMAIN, -1, "", sharedMetres);
  }
}
