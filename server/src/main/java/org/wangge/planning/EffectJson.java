package org.wangge.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;
import org.wangge.territory.Grid;
import org.wangge.web.JsonOut;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Step;

/**
 * Effects as text for the store. A split is written as block, line and counts and made again when
 * it is read: that is deterministic, because a fabric is numbered by what is on the ground.
 */
final class EffectJson {
  private EffectJson() {}

  static String write(Effect effect) {
    ObjectNode json = JsonOut.mapper().createObjectNode();
    ArrayNode steps = json.putArray("steps");
    effect.steps().forEach(step -> write(steps.addObject(), step));
    ArrayNode opened = json.putArray("opened");
    effect.opened().forEach(grid -> opened.addPOJO(grid));
    json.putPOJO("renamed", effect.renamed());
    json.putPOJO("formerNames", effect.formerNames());
    json.putPOJO("apart", effect.apart());
    json.putPOJO("decided", effect.decided());
    json.putPOJO("excepted", effect.excepted());
    return JsonOut.text(json);
  }

  private static void write(ObjectNode json, Step step) {
    if (step instanceof Step.Moved moved) {
      json.putPOJO("faces", moved.faces()).putPOJO("from", moved.from());
      json.putPOJO("to", moved.to()).putPOJO("opened", moved.opened());
    } else if (step instanceof Step.Locked locked) {
      json.put("lock", locked.lock()).putPOJO("zones", locked.zones());
      json.putPOJO("arcs", locked.arcs());
    } else if (step instanceof Step.Refined refined) {
      write(json, refined.split());
    }
  }

  private static void write(ObjectNode json, FaceSplit split) {
    Fabric fabric = split.fabric();
    int[] parts = split.parts();
    json.put("split", split.face());
    json.putPOJO("x", split.lineX()).putPOJO("y", split.lineY());
    json.putPOJO(
        "households", new int[] {fabric.households(parts[0]), fabric.households(parts[1])});
    json.putPOJO("people", new int[] {fabric.people(parts[0]), fabric.people(parts[1])});
  }

  /**
   * @param before what the effect was made for: splits are made again from it
   */
  static Effect read(String text, Redraw before) {
    JsonNode json = tree(text);
    List<Step> steps = new ArrayList<>();
    Redraw at = before;
    for (JsonNode each : json.path("steps")) {
      Step step = step(each, at.fabric());
      steps.add(step);
      at = at.apply(step);
    }
    List<Grid> opened = new ArrayList<>();
    json.path("opened").forEach(grid -> opened.add(grid(grid)));
    List<String> apart = new ArrayList<>();
    json.path("apart").forEach(code -> apart.add(code.textValue()));
    List<Effect.Waiver> excepted = new ArrayList<>();
    json.path("excepted")
        .forEach(
            each ->
                excepted.add(
                    new Effect.Waiver(
                        each.path("finding").textValue(),
                        each.path("reason").textValue(),
                        each.path("until").textValue())));
    return new Effect(
        steps,
        opened,
        names(json.path("renamed")),
        names(json.path("formerNames")),
        apart,
        ints(json.path("decided")),
        excepted);
  }

  private static JsonNode tree(String text) {
    try {
      return JsonOut.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an operation in the store is not what was written", e);
    }
  }

  private static Step step(JsonNode json, Fabric fabric) {
    if (json.has("faces")) {
      return new Step.Moved(
          ints(json.path("faces")),
          ints(json.path("from")),
          ints(json.path("to")),
          ints(json.path("opened")));
    }
    if (json.has("lock")) {
      return new Step.Locked(
          json.path("lock").booleanValue(), ints(json.path("zones")), ints(json.path("arcs")));
    }
    FaceSplit split =
        FaceSplit.along(
                fabric, json.path("split").intValue(), longs(json.path("x")), longs(json.path("y")))
            .orElseThrow(() -> new IllegalStateException("a stored split cannot be made again"))
            .withCounts(ints(json.path("households")), ints(json.path("people")));
    return new Step.Refined(fabric, split);
  }

  private static Grid grid(JsonNode json) {
    return new Grid(
        json.path("zone").intValue(),
        json.path("code").textValue(),
        json.path("name").textValue(),
        json.path("communityCode").textValue(),
        json.path("kind").textValue());
  }

  private static Map<Integer, String> names(JsonNode json) {
    Map<Integer, String> names = new HashMap<>();
    json.fields()
        .forEachRemaining(
            each -> names.put(Integer.parseInt(each.getKey()), each.getValue().textValue()));
    return names;
  }

  private static int[] ints(JsonNode json) {
    int[] values = new int[json.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = json.get(i).intValue();
    }
    return values;
  }

  private static long[] longs(JsonNode json) {
    long[] values = new long[json.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = json.get(i).longValue();
    }
    return values;
  }
}
