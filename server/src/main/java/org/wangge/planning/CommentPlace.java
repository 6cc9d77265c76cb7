package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.web.JsonFields;

/** Where a comment is pinned: a place that is given, or one in a grid or on a border. */
final class CommentPlace {
  private final OpenDraft draft;
  private final Fabric fabric;
  private final Spots spots;

  CommentPlace(OpenDraft draft) {
    this.draft = draft;
    this.fabric = draft.drawing().redraw().fabric();
    this.spots = new Spots(draft.drawing().base().projection());
  }

  /** Degrees. */
  double[] of(JsonNode at, String grid, Optional<Integer> arc) {
    if (at.isArray()) {
      Coordinate place = spots.point("at", at);
      return spots.lonLat(place.x, place.y);
    }
    return arc.map(this::onArc).orElseGet(() -> inGrid(grid));
  }

  private double[] onArc(int arc) {
    int middle = fabric.pointCount(arc) / 2;
    return spots.lonLat(fabric.pointX(arc, middle), fabric.pointY(arc, middle));
  }

  private double[] inGrid(String code) {
    int zone =
        draft
            .drawing()
            .findZone(code)
            .orElseThrow(() -> JsonFields.bad("grid", code, "is no grid", "Give at, grid or arc."));
    int face = draft.drawing().redraw().faces(zone)[0];
    Coordinate middle = draft.counting().middle(fabric, face);
    return spots.lonLat(middle.x * 1000, middle.y * 1000);
  }
}
