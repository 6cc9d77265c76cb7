package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.web.JsonFields;
import org.wangge.web.JsonOut;

/**
 * One of the approvals a draft needs, in order; each is given by another person.
 *
 * @param name what it is called: 街道初审
 * @param wholeDistrict whether the approver has to be responsible for the whole district, not only
 *     for the unit the draft redraws
 */
record ReviewStep(String name, boolean wholeDistrict) {
  private static final int MOST = 5;
  private static final int LONGEST_NAME = 20;
  private static final String UNIT = "unit";
  private static final String DISTRICT = "district";

  /** As they are stored. */
  static List<ReviewStep> parse(String text) {
    try {
      return listOf(JsonOut.mapper().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads {@code [{name, level: unit | district}]}. */
  static List<ReviewStep> listOf(JsonNode json) {
    if (!json.isArray() || json.isEmpty() || json.size() > MOST) {
      throw JsonFields.bad("steps", "", "is no list of 1 to " + MOST + " steps", "Give one each.");
    }
    List<ReviewStep> steps = new ArrayList<>();
    json.forEach(each -> steps.add(of(each)));
    return steps;
  }

  private static ReviewStep of(JsonNode json) {
    JsonFields fields = JsonFields.of(json, "name", "level");
    String level = fields.findText("level", 10).orElse(UNIT);
    if (!level.equals(UNIT) && !level.equals(DISTRICT)) {
      throw JsonFields.bad("level", level, "is no level", "Known: unit, district.");
    }
    return new ReviewStep(fields.getText("name", LONGEST_NAME), level.equals(DISTRICT));
  }

  static List<Map<String, Object>> json(List<ReviewStep> steps) {
    return steps.stream().map(ReviewStep::json).toList();
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("level", wholeDistrict ? DISTRICT : UNIT);
    return json;
  }
}
