package org.wangge.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.intake.DistrictTerrain;
import org.wangge.intake.FieldNames;
import org.wangge.intake.ImportOptions;
import org.wangge.intake.ImportReport;
import org.wangge.intake.Intake;
import org.wangge.intake.Offset;
import org.wangge.intake.Row;
import org.wangge.intake.Sites;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;

/**
 * Service points from files. A row needs a place, a name and a kind. A code that is known already
 * is refused.
 */
final class ServiceImport {
  static final List<String> DEFAULTS = List.of("kind", "unit");

  private static final FieldNames NAMES =
      FieldNames.of(
          Map.of(
              "code", List.of("编号", "id"),
              "kind", List.of("类型", "类别", "种类"),
              "name", List.of("名称", "服务点名称"),
              "address", List.of("地址", "位置"),
              "hours", List.of("开放时间", "服务时间", "opening_hours"),
              "phone", List.of("电话", "联系电话"),
              "unit", List.of("单位代码", "所属单位", "所属单位代码")));

  private final ServiceStore store;
  private final Territory territory;
  private final Offset offset;

  ServiceImport(ServiceStore store, Territory territory, Offset offset) {
    this.store = store;
    this.territory = territory;
    this.offset = offset;
  }

  ImportReport run(byte[] file, ImportOptions options, Map<String, String> values) {
    InForce inForce = territory.inForce();
    Set<String> codes = store.list().stream().map(ServicePoint::code).collect(Collectors.toSet());
    Intake intake = new Intake(NAMES, DistrictTerrain.of(inForce), offset);
    return intake.run(
        file,
        options,
        row -> read(row, inForce, codes, values),
        points -> store.add(points.stream()));
  }

  private ServicePoint read(
      Row row, InForce inForce, Set<String> codes, Map<String, String> values) {
    return new ServicePoint(
        0,
        code(row, codes),
        kind(row, values),
        row.getText("name", 100),
        row.findText("address").orElse(""),
        hours(row),
        row.findText("phone").orElse(""),
        unit(row, inForce, values),
        Sites.of(inForce).boundTo(territory.latest()).at(row.lon(), row.lat()));
  }

  private static String code(Row row, Set<String> codes) {
    String code = row.findText("code").isPresent() ? row.getText("code", 60) : "";
    if (!code.isEmpty() && !codes.add(code)) {
      throw row.refuse("code", "编号已经存在", "这一行可能已导入过;确为新服务点请换编号或留空。");
    }
    return code;
  }

  private static Kind kind(Row row, Map<String, String> values) {
    return row.findText("kind")
        .or(() -> Optional.ofNullable(values.get("kind")))
        .flatMap(Kind::find)
        .orElseThrow(
            () -> row.refuse("kind", "没有这个类型", "可填:" + String.join("、", Kind.labels()) + "。"));
  }

  private static OpeningHours hours(Row row) {
    try {
      return OpeningHours.of(row.findText("hours").orElse(""));
    } catch (IllegalArgumentException unreadable) {
      throw row.refuse("hours", "读不出开放时间", "写成 Mo-Fr 09:00-12:00,13:30-17:00,不清楚就留空。");
    }
  }

  /** The unit named, or the community under the point. */
  private static String unit(Row row, InForce inForce, Map<String, String> values) {
    Optional<String> named = row.findText("unit").or(() -> Optional.ofNullable(values.get("unit")));
    if (named.isPresent() && inForce.findUnit(named.get()).isEmpty()) {
      throw row.refuse("unit", "没有这个单位代码", "填镇街(9 位)或村社区(12 位)代码,或留空由位置确定。");
    }
    return named.orElseGet(() -> inForce.placeOf(row.face()).community().code());
  }
}
