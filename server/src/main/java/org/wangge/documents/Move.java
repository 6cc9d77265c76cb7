package org.wangge.documents;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ground that goes from one grid to another.
 *
 * @param from code of the grid that had it
 * @param to code of the grid that gets it
 * @param bound by the key of each attribution, how many go with the ground
 * @param text the move in a sentence
 */
record Move(
    String from,
    String fromName,
    String to,
    String toName,
    int blocks,
    int buildings,
    int households,
    int people,
    double areaSquareMetres,
    Map<String, Integer> bound,
    String text) {

  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("from", from);
    members.put("fromName", fromName);
    members.put("to", to);
    members.put("toName", toName);
    members.put("blocks", blocks);
    members.put("buildings", buildings);
    members.put("households", households);
    members.put("people", people);
    members.put("areaSquareMetres", areaSquareMetres);
    members.putAll(bound);
    members.put("text", text);
    return members;
  }
}
