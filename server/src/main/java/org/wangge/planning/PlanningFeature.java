package org.wangge.planning;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.wangge.db.Database;
import org.wangge.territory.Attributions;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.web.Routes;

/** Redrawing grids: what the rest of the server sees of it. */
public final class PlanningFeature {
  private final Drafts drafts;
  private final Attributions attributions;
  private final Function<InForce, byte[]> bundle;
  private final Papers papers;

  /**
   * @param bundle the map of a plan as the page draws it
   * @param papers the documents of a plan
   * @param names what people are called
   */
  public PlanningFeature(
      Database database,
      Territory territory,
      Attributions attributions,
      Function<InForce, byte[]> bundle,
      Papers papers,
      Names names,
      Clock clock) {
    this.drafts = new Drafts(database, territory, names, clock);
    this.attributions = attributions;
    this.bundle = bundle;
    this.papers = papers;
  }

  /** Lets drafts be published the day they are approved, for trying: nobody waits for a notice. */
  public void openReview() {
    drafts.store().setNoticeDays(0);
  }

  public List<Routes> routes() {
    return List.of(
        new DraftRoutes(drafts, attributions, bundle),
        new LayerRoutes(drafts),
        new PaperRoutes(drafts, papers),
        new ReviewRoutes(drafts),
        new ReviewSettingRoutes(drafts),
        new LivewireRoutes(drafts));
  }
}
