package org.wangge.party;

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

/**
 * The party layer wired together: registers the collection {@code party-assignments} and offers the
 * routes.
 */
public final class PartyFeature {
  private final PartyStore store;
  private final Territory territory;
  private final List<Routes> routes;
  private final FaceCounts members;

  /**
   * Wires the party layer.
   *
   * @param offset takes GCJ-02 back to WGS 84
   */
  public PartyFeature(Database database, Territory territory, Catalogue catalogue, Offset offset) {
    this.store = new PartyStore(database);
    this.territory = territory;
    catalogue.register(new PartySource(store, territory));
    BoundRowsStore rows = store.rows();
    territory.bind(rows);
    this.members =
        new FaceCounts(
            "members", "党员", "名", territory, day -> rows.list(PartyConditions.standingOn(day)));
    store.onChange(members::forget);
    PartyImport assignments = new PartyImport(store, territory, offset);
    this.routes =
        List.of(
            new PartyRoutes(store, territory),
            new ImportRoutes(
                "/api/v1/party/import",
                Right.PARTY_IMPORT,
                territory,
                PartyImport.DEFAULTS,
                assignments::run));
  }

  /**
   * Fills empty tables with {@link DemoParty} when the plan in force is synthetic, in one
   * transaction; else does nothing.
   *
   * @return how many assignments were added
   */
  public long seedDemo(long seed) {
    boolean wanted = store.fingerprint().members() == 0;
    return territory
        .findInForce()
        .filter(now -> wanted && now.settings().synthetic())
        .map(now -> DemoParty.of(seed, now))
        .map(demo -> store.add(demo.members(), demo.assignments()))
        .orElse(0L);
  }

  /** Members by the block of the building they stand for. */
  public Attribution attribution() {
    return members;
  }

  public List<Routes> routes() {
    return routes;
  }
}
