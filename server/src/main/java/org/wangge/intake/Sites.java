package org.wangge.intake;

import org.locationtech.jts.geom.Coordinate;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;

/** Binds places to the blocks of a publication, and finds the grid of what is bound. */
public final class Sites {
  private final InForce inForce;
  private final InForce binding;

  private Sites(InForce inForce, InForce binding) {
    this.inForce = inForce;
    this.binding = binding;
  }

  public static Sites of(InForce inForce) {
    return new Sites(inForce, inForce);
  }

  /** The same, but new places are bound to the blocks of another publication: the latest. */
  public Sites boundTo(InForce latest) {
    return new Sites(inForce, latest);
  }

  /**
   * The place in degrees, rounded to 8 decimals, and the block under it; its face is −1 outside the
   * domain.
   */
  public Site at(double lon, double lat) {
    double roundLon = Math.round(lon * 1e8) / 1e8;
    double roundLat = Math.round(lat * 1e8) / 1e8;
    Coordinate metric = inForce.projection().toMetric(roundLon, roundLat);
    return new Site(
        roundLon,
        roundLat,
        Math.round(metric.x * 1000),
        Math.round(metric.y * 1000),
        binding.publication().fabric(),
        binding.faceAt(roundLon, roundLat));
  }

  /** The place in metres, rounded to millimetres, and the block under it. */
  public Site atMetric(double x, double y) {
    Coordinate degrees = inForce.projection().toLonLat(x, y);
    return at(degrees.x, degrees.y);
  }

  /**
   * The zone a bound thing lies in now: by its block, which it has since the fabric it is bound to,
   * or by its place in an older one; −1 outside.
   */
  public int zone(int fabric, int face, double lon, double lat) {
    int now = fabric <= inForce.publication().fabric() ? face : inForce.faceAt(lon, lat);
    return now < 0 ? -1 : inForce.plan().zone(now);
  }

  public Grid grid(Site site) {
    return inForce.grid(zone(site.fabric(), site.face(), site.lon(), site.lat()));
  }
}
