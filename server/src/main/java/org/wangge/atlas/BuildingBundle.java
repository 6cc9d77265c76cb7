package org.wangge.atlas;

import java.io.ByteArrayOutputStream;
import java.util.function.IntUnaryOperator;
import org.wangge.territory.Building;
import org.wangge.territory.Buildings;
import org.wangge.territory.InForce;
import org.wangge.web.JsonBytes;

/**
 * All buildings of a publication as columns, form 1: {@code {version, scale, count, id, name, lon,
 * lat, households, people, floors, grid}}; {@code lon} and {@code lat} are round(degrees × scale),
 * the first absolute, each further one as the difference to the one before; {@code grid} is the
 * position in the map bundle's {@code grids}; {@code name} may be empty; {@code floors} is 0 when
 * unknown. Columns are in the order in which the buildings are stored.
 */
final class BuildingBundle {
  private BuildingBundle() {}

  static byte[] of(InForce inForce) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    JsonBytes json = new JsonBytes(out);
    Buildings buildings = inForce.buildings();
    int count = buildings.count();
    json.beginObject()
        .name("version")
        .number(1)
        .name("scale")
        .number((long) LineColumns.SCALE)
        .name("count")
        .number(count);
    texts(json, "id", buildings, Building::id);
    texts(json, "name", buildings, Building::name);
    differences(json, "lon", count, i -> LineColumns.scaled(buildings.lonLat(i).x));
    differences(json, "lat", count, i -> LineColumns.scaled(buildings.lonLat(i).y));
    numbers(json, "households", count, i -> buildings.get(i).households());
    numbers(json, "people", count, i -> buildings.get(i).people());
    numbers(json, "floors", count, i -> buildings.get(i).floors());
    numbers(json, "grid", count, i -> inForce.plan().zone(buildings.face(i)));
    json.endObject().flush();
    return out.toByteArray();
  }

  private static void texts(
      JsonBytes json,
      String name,
      Buildings buildings,
      java.util.function.Function<Building, String> text) {
    json.name(name).beginArray();
    buildings.list().forEach(building -> json.text(text.apply(building)));
    json.endArray();
  }

  private static void numbers(JsonBytes json, String name, int count, IntUnaryOperator number) {
    json.name(name).beginArray();
    for (int i = 0; i < count; i++) {
      json.number(number.applyAsInt(i));
    }
    json.endArray();
  }

  private static void differences(JsonBytes json, String name, int count, IntUnaryOperator number) {
    numbers(json, name, count, i -> number.applyAsInt(i) - (i == 0 ? 0 : number.applyAsInt(i - 1)));
  }
}
