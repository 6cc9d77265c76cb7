package org.wangge.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.territory.Attribution;
import org.wangge.territory.Attributions;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;

/** What a draft would mean for people, cases, members and points, move by move and in words. */
final class Impact {
  private final PlanComparison comparison;
  private final Attributions attributions;

  Impact(PlanComparison comparison, Attributions attributions) {
    this.comparison = comparison;
    this.attributions = attributions;
  }

  static Impact of(Drawing drawing, Attributions attributions) {
    InForce after = drawing.base().with(drawing.proposal());
    return new Impact(PlanComparison.of(drawing.base(), after), attributions);
  }

  PlanComparison comparison() {
    return comparison;
  }

  Map<String, Object> json(double identityShare) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Attribution attribution : attributions.list()) {
      counts.put(attribution.key(), attribution.perFace(comparison.after()));
    }
    List<Map<String, Object>> moves =
        comparison.moves().stream().map(move -> move(move, counts)).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("moves", moves);
    json.put("sentences", moves.stream().map(move -> move.get("text")).toList());
    json.put("households", comparison.households());
    json.put("peopleWhoChange", comparison.people());
    json.put("buildings", comparison.buildings());
    json.put("identity", comparison.identityWarnings(identityShare));
    return json;
  }

  private Map<String, Object> move(PlanComparison.Move move, Map<String, int[]> counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", move.from());
    json.put("fromName", name(comparison.before(), move.from()));
    json.put("to", move.to());
    json.put("toName", name(comparison.after(), move.to()));
    json.put("buildings", move.buildings());
    json.put("households", move.households());
    json.put("people", move.people());
    json.put("areaSquareMetres", Math.rint(move.areaSquareMetres()));
    List<String> touched = new ArrayList<>();
    for (Attribution attribution : attributions.list()) {
      int sum = 0;
      for (int face : move.faces()) {
        sum += counts.getOrDefault(attribution.key(), new int[0])[face];
      }
      json.put(attribution.key(), sum);
      if (sum > 0) {
        touched.add("%s %d %s".formatted(attribution.label(), sum, attribution.unit()));
      }
    }
    json.put("text", sentence(move, touched));
    return json;
  }

  private String sentence(PlanComparison.Move move, List<String> touched) {
    String moved =
        "%d 栋 %d 户 由 %s 划入 %s"
            .formatted(
                move.buildings(),
                move.households(),
                name(comparison.before(), move.from()),
                name(comparison.after(), move.to()));
    return touched.isEmpty()
        ? moved
        : moved + touched.stream().collect(Collectors.joining("、", "；涉及", ""));
  }

  private static String name(InForce inForce, String code) {
    return inForce.findGrid(code).map(grid -> grid.name()).orElse(code);
  }
}
