package org.wangge.territory;

import java.util.Optional;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;

/**
 * What a viewer sees of things that are bound to blocks: those in the units where he may read them,
 * and the personal part of those in the units where he may read that too. Nothing while no plan is
 * in force.
 */
public final class Sight {
  private final Territory territory;
  private final Optional<InForce> inForce;
  private final Optional<Jurisdiction> reading;
  private final Optional<Jurisdiction> personal;

  private Sight(
      Territory territory,
      Optional<InForce> inForce,
      Optional<Jurisdiction> reading,
      Optional<Jurisdiction> personal) {
    this.territory = territory;
    this.inForce = inForce;
    this.reading = reading;
    this.personal = personal;
  }

  /**
   * @param read the right to see the things
   * @param readPersonal the right to see what is personal in them
   */
  public static Sight of(Territory territory, Viewer viewer, Right read, Right readPersonal) {
    Optional<InForce> inForce = territory.findInForce();
    return new Sight(
        territory,
        inForce,
        inForce.map(now -> Jurisdiction.of(now, viewer.area(read))),
        inForce.map(now -> Jurisdiction.of(now, viewer.area(readPersonal))));
  }

  /** Whether nothing is left out, also not what lies outside every grid. */
  public boolean isWhole() {
    return reading.filter(Jurisdiction::isWhole).isPresent();
  }

  /** The blocks on which things are seen, as rows are bound to them. */
  public int[] boundFaces() {
    return inForce
        .flatMap(now -> reading.map(ground -> territory.boundFaces(now, ground.faces())))
        .orElse(new int[0]);
  }

  /** Whether things in a grid are seen; −1, outside every grid, only with the whole. */
  public boolean shows(int zone) {
    return isWhole() || reading.filter(ground -> ground.hasZone(zone)).isPresent();
  }

  /** Whether the personal part of things in a grid is seen. */
  public boolean showsPersonal(int zone) {
    return personal.filter(ground -> ground.hasZone(zone)).isPresent();
  }
}
