package org.wangge.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.policy.Redaction;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/** Parts that several answers of the territory have in common. */
final class Answers {
  private Answers() {}

  /**
   * What was in force on the asked day, or today.
   *
   * @throws ProblemException 503 while there is no plan, 404 for a day before the first one
   */
  static InForce inForce(Territory territory, Optional<LocalDate> day) {
    if (territory.publications().isEmpty()) {
      throw Problem.of(ProblemKind.UNAVAILABLE, "There is no plan in force yet.")
          .withRemedy("Import a district or start the server with the demo district.")
          .raise();
    }
    return territory
        .findAsOf(day.orElse(territory.today()))
        .orElseThrow(() -> tooEarly(territory, day.orElse(territory.today())));
  }

  static ProblemException tooEarly(Territory territory, LocalDate day) {
    return Problem.of(ProblemKind.NOT_FOUND, "No plan was in force on " + day + ".")
        .withValue(day.toString())
        .withWhere("query parameter date")
        .withRemedy(
            "The first plan is in force from " + territory.publications().get(0).effective() + ".")
        .raise();
  }

  /** Code and name of a unit and what its level is called. */
  static Map<String, Object> unit(InForce inForce, Unit unit) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("level", unit.level().name().toLowerCase(Locale.ROOT));
    answer.put("levelName", inForce.settings().levelNames().get(unit.level().ordinal()));
    answer.put("code", unit.code());
    answer.put("name", unit.name());
    answer.put("kind", unit.kind());
    return answer;
  }

  /** The units above a grid, highest first. */
  static List<Map<String, Object>> chain(InForce inForce, Grid grid) {
    return List.of(
        unit(inForce, inForce.tree().district()),
        unit(inForce, inForce.townshipOf(grid)),
        unit(inForce, inForce.communityOf(grid)));
  }

  /** The name of somebody on duty, for who may not know it only the family name. */
  static String name(String name, Viewer viewer) {
    return name.isEmpty() || viewer.may(Right.DUTY_READ) ? name : Redaction.name(name);
  }

  /**
   * The four lines in their order; a slot that was never made is open.
   *
   * @param viewer who may not know the holders reads their family names only
   */
  static List<Map<String, Object>> lines(InForce inForce, Grid grid, Viewer viewer) {
    List<RoleSlot> roles = inForce.roles(grid);
    List<Map<String, Object>> answer = new ArrayList<>();
    for (Line line : Line.values()) {
      Optional<RoleSlot> slot = roles.stream().filter(role -> role.line() == line).findFirst();
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("line", line.name());
      each.put("label", line.label());
      each.put("role", slot.map(RoleSlot::role).orElse(""));
      each.put("holder", slot.map(RoleSlot::holder).map(name -> name(name, viewer)));
      answer.add(each);
    }
    return answer;
  }

  static Map<String, Object> publication(InForce inForce) {
    Publication publication = inForce.publication();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("number", publication.number());
    answer.put("effective", publication.effective());
    answer.put("recorded", publication.recorded());
    answer.put("hash", publication.hash());
    return answer;
  }

  /** West, south, east, north. */
  static List<Double> box(Envelope box) {
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  static List<Double> position(Coordinate lonLat) {
    return List.of(Rounded.to(lonLat.x, 8), Rounded.to(lonLat.y, 8));
  }
}
