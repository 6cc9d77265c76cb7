package org.wangge.cases;

import java.util.List;
import org.wangge.catalogue.Catalogue;
import org.wangge.db.Database;
import org.wangge.intake.ImportRoutes;
import org.wangge.intake.Offset;
import org.wangge.policy.Right;
import org.wangge.territory.Attribution;
import org.wangge.territory.BoundRowsStore;
import org.wangge.territory.FaceCounts;
import org.wangge.territory.Territory;
import org.wangge.web.Routes;

/** Cases wired together: registers the collection {@code cases} and offers the routes. */
public final class CaseFeature {
  private final CaseStore store;
  private final Territory territory;
  private final CaseBook book;
  private final List<Routes> routes;
  private final FaceCounts open;

  /**
   * Wires cases.
   *
   * @param offset takes GCJ-02 back to WGS 84
   */
  public CaseFeature(Database database, Territory territory, Catalogue catalogue, Offset offset) {
    this.store = new CaseStore(database);
    this.territory = territory;
    this.book = new CaseBook(store, territory);
    CaseSource source = new CaseSource(store, book, territory);
    catalogue.register(source);
    BoundRowsStore rows = store.rows();
    territory.bind(rows);
    this.open =
        new FaceCounts(
            "openCases", "未结案件", "件", territory, day -> rows.list(CaseConditions.open()));
    store.onChange(open::forget);
    CaseImport cases = new CaseImport(store, territory, offset);
    this.routes =
        List.of(
            new CaseRoutes(book, source, store, territory),
            new ReportRoutes(source, store, territory),
            new ImportRoutes(
                "/api/v1/cases/import",
                Right.CASE_IMPORT,
                territory,
                CaseImport.DEFAULTS,
                cases::run));
  }

  /**
   * Fills an empty table with {@link DemoCases} when the plan in force is synthetic, in one
   * transaction; else does nothing.
   *
   * @return how many were added
   */
  public long seedDemo(long seed) {
    boolean wanted = store.fingerprint().last() == 0;
    return territory
        .findInForce()
        .filter(now -> wanted && now.settings().synthetic())
        .map(now -> store.add(DemoCases.of(seed, now)))
        .orElse(0L);
  }

  /** Reads the columns, so that the first visitor does not wait for them. */
  public void warm() {
    book.current();
  }

  /** Where the demo data has more than chance would put there; empty without demo data. */
  public List<HotSpot> listPlantedSpots() {
    return store.listSpots();
  }

  /** Open cases by block. */
  public Attribution attribution() {
    return open;
  }

  public List<Routes> routes() {
    return routes;
  }
}
