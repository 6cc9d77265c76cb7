package org.wangge.services;

import java.util.List;
import org.wangge.catalogue.Catalogue;
import org.wangge.db.Database;
import org.wangge.db.Where;
import org.wangge.intake.ImportRoutes;
import org.wangge.intake.Offset;
import org.wangge.policy.Right;
import org.wangge.territory.Attribution;
import org.wangge.territory.BoundRowsStore;
import org.wangge.territory.FaceCounts;
import org.wangge.territory.Territory;
import org.wangge.web.Routes;

/**
 * Service points wired together: registers the collection {@code service-points} and offers the
 * routes.
 */
public final class ServiceFeature {
  private final ServiceStore store;
  private final Territory territory;
  private final List<Routes> routes;
  private final FaceCounts counts;

  /**
   * Wires service points.
   *
   * @param offset takes GCJ-02 back to WGS 84
   */
  public ServiceFeature(
      Database database, Territory territory, Catalogue catalogue, Offset offset) {
    this.store = new ServiceStore(database);
    this.territory = territory;
    ServiceBook book = new ServiceBook(store, territory);
    catalogue.register(new ServiceSource(book));
    BoundRowsStore rows = store.rows();
    territory.bind(rows);
    this.counts = new FaceCounts("points", "服务点", "个", territory, day -> rows.list(new Where()));
    store.onChange(counts::forget);
    ServiceImport points = new ServiceImport(store, territory, offset);
    this.routes =
        List.of(
            new ServiceRoutes(book, territory),
            new ImportRoutes(
                "/api/v1/services/import",
                Right.POINT_IMPORT,
                territory,
                ServiceImport.DEFAULTS,
                points::run));
  }

  /**
   * Fills an empty table with {@link DemoServices} when the plan in force is synthetic, in one
   * transaction; else does nothing.
   *
   * @return how many were added
   */
  public long seedDemo(long seed) {
    boolean wanted = store.list().isEmpty();
    return territory
        .findInForce()
        .filter(now -> wanted && now.settings().synthetic())
        .map(now -> store.add(DemoServices.of(seed, now).stream()))
        .orElse(0L);
  }

  /** Service points by block. */
  public Attribution attribution() {
    return counts;
  }

  public List<Routes> routes() {
    return routes;
  }
}
