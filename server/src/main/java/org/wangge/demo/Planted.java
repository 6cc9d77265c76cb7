package org.wangge.demo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.wangge.topology.FindingKind;

/**
 * One defect put into the dirty twin on purpose.
 *
 * @param kind what a check has to call it
 * @param ground where it is, metres
 * @param codes the grids concerned, the altered one first
 * @param note what was done, for people
 */
public record Planted(FindingKind kind, Geometry ground, List<String> codes, String note) {

  public Planted {
    codes = List.copyOf(codes);
  }
}
