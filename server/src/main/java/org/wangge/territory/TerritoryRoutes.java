package org.wangge.territory;

import java.util.List;
import org.wangge.web.Routes;

/**
 * What the territory answers over HTTP: district, locate, grid cards and histories, publications
 * and their comparison, self-check.
 */
public final class TerritoryRoutes {
  private TerritoryRoutes() {}

  public static List<Routes> of(Territory territory) {
    return List.of(
        new DistrictRoutes(territory),
        new LocateRoutes(territory),
        new GridRoutes(territory),
        new HistoryRoutes(territory),
        new PublicationRoutes(territory),
        new ComparisonRoutes(territory),
        new SelfCheckRoutes(territory));
  }
}
