package org.wangge.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.wangge.policy.Viewer;
import org.wangge.territory.GridBoundary.Neighbour;
import org.wangge.territory.GridBoundary.Stretch;
import org.wangge.zoning.BoundaryMeasures;
import org.wangge.zoning.BoundaryText;
import org.wangge.zoning.Plan;

/** Everything there is to say about one grid, as the members of its JSON card. */
final class GridCard {
  private final InForce inForce;
  private final Grid grid;
  private final Viewer viewer;
  private final GridBoundary boundary;
  private final Map<String, Object> card = new LinkedHashMap<>();

  private GridCard(InForce inForce, Grid grid, Viewer viewer) {
    this.inForce = inForce;
    this.grid = grid;
    this.viewer = viewer;
    this.boundary = GridBoundary.of(inForce.plan(), grid.zone());
  }

  static Map<String, Object> of(InForce inForce, Grid grid, Viewer viewer) {
    GridCard card = new GridCard(inForce, grid, viewer);
    card.identity();
    card.measures();
    card.surroundings();
    return card.card;
  }

  private void identity() {
    card.put("code", grid.code());
    card.put("name", grid.name());
    card.put("kind", grid.kind());
    card.put("levelName", inForce.settings().levelNames().get(3));
    card.put("chain", Answers.chain(inForce, grid));
    card.put("lines", Answers.lines(inForce, grid, viewer));
    card.put("publication", inForce.publication().number());
    card.put("validFrom", inForce.publication().effective());
    card.put("label", inForce.settings().label());
  }

  private void measures() {
    Plan plan = inForce.plan();
    int zone = grid.zone();
    BoundaryMeasures measures = inForce.measures();
    card.put("households", plan.households(zone));
    card.put("people", plan.people(zone));
    card.put("buildings", inForce.buildings().countIn(zone));
    card.put("blocks", plan.faces(zone).length);
    card.put("areaSquareMetres", Rounded.to(inForce.gridAreaSquareMetres(zone), 1));
    card.put("perimeterMetres", Rounded.to(measures.perimeterMetres(zone), 1));
    card.put("onStreetShare", Rounded.to(measures.onGroundShare(zone), 4));
    card.put("pieces", measures.pieces(zone));
  }

  private void surroundings() {
    Geometry lonLat = inForce.gridShape(grid.zone()).lonLat();
    card.put("centre", Answers.position(lonLat.getInteriorPoint().getCoordinate()));
    card.put("bbox", Answers.box(lonLat.getEnvelopeInternal()));
    List<Stretch> stretches = boundary.stretches();
    BoundaryText text = BoundaryText.of(inForce.plan(), grid.zone());
    card.put("boundaryText", text.brief());
    card.put("legalText", text.legal());
    card.put("streets", stretches.stream().map(GridCard::street).toList());
    card.put("neighbours", boundary.neighbours().stream().map(this::neighbour).toList());
  }

  private static Map<String, Object> street(Stretch stretch) {
    Map<String, Object> street = new LinkedHashMap<>();
    street.put("side", stretch.side().name().toLowerCase(Locale.ROOT));
    street.put("sideLabel", stretch.side().label());
    street.put("name", stretch.name());
    street.put("named", stretch.named());
    street.put("classLabel", stretch.classLabel());
    street.put("lengthMetres", Rounded.to(stretch.lengthMetres(), 1));
    return street;
  }

  private Map<String, Object> neighbour(Neighbour neighbour) {
    Grid other = inForce.grid(neighbour.zone());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", other.code());
    answer.put("name", other.name());
    answer.put("lengthMetres", Rounded.to(neighbour.lengthMetres(), 1));
    return answer;
  }
}
