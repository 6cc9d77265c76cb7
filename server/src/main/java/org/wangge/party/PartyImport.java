package org.wangge.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.intake.DistrictTerrain;
import org.wangge.intake.FieldNames;
import org.wangge.intake.ImportOptions;
import org.wangge.intake.ImportReport;
import org.wangge.intake.Intake;
import org.wangge.intake.Offset;
import org.wangge.intake.Row;
import org.wangge.intake.Sites;
import org.wangge.territory.Buildings;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;

/**
 * Assignments from files. A row needs a member (code or name; with the branch a name is enough to
 * know a member again), a building (its id, or a place within 100 m of one) and the day it began. A
 * step needs its day and those before it.
 */
final class PartyImport {
  static final List<String> DEFAULTS = List.of("branch");

  private static final double FARTHEST_BUILDING_METRES = 100;

  private static final FieldNames NAMES =
      FieldNames.of(
              Map.of(
                  "code", List.of("党员编号", "编号"),
                  "name", List.of("姓名", "党员姓名", "党员"),
                  "branch", List.of("党支部", "支部", "所在支部"),
                  "building", List.of("楼栋", "楼栋编号", "buildingId"),
                  "from", List.of("进楼栋日期", "开始日期", "起"),
                  "to", List.of("结束日期", "止"),
                  "displayedOn", List.of("亮身份日期"),
                  "pledgedOn", List.of("做承诺日期", "承诺日期"),
                  "fulfilledOn", List.of("当先锋日期", "兑现日期"),
                  "pledge", List.of("承诺", "承诺内容")))
          .orPlacedBy("building");

  private final PartyStore store;
  private final Territory territory;
  private final Offset offset;

  PartyImport(PartyStore store, Territory territory, Offset offset) {
    this.store = store;
    this.territory = territory;
    this.offset = offset;
  }

  ImportReport run(byte[] file, ImportOptions options, Map<String, String> values) {
    InForce inForce = territory.inForce();
    Buildings buildings = inForce.buildings();
    Intake intake =
        new Intake(NAMES, DistrictTerrain.of(inForce), offset, id -> place(buildings, id));
    Reader reader = new Reader(inForce, values);
    return intake.run(file, options, reader::read, this::keep);
  }

  private static Optional<Coordinate> place(Buildings buildings, String id) {
    return buildings.findIndex(id).stream().mapToObj(buildings::lonLat).findFirst();
  }

  private void keep(List<Assignment> assignments) {
    Set<String> known = store.listMemberCodes();
    Map<String, Member> added = new HashMap<>();
    assignments.stream()
        .map(Assignment::member)
        .filter(member -> !known.contains(member.code()))
        .forEach(member -> added.putIfAbsent(member.code(), member));
    store.add(new ArrayList<>(added.values()), assignments);
  }

  /** Makes assignments of the rows of one file. */
  private final class Reader {
    private final InForce inForce;
    private final Map<String, String> values;

    Reader(InForce inForce, Map<String, String> values) {
      this.inForce = inForce;
      this.values = values;
    }

    Assignment read(Row row) {
      int building = building(row);
      LocalDate from =
          row.findDate("from", territory.zone())
              .orElseThrow(() -> row.refuse("from", "缺少进楼栋日期", "填上开始联系楼栋的日期。"));
      @Nullable LocalDate displayed = row.findDate("displayedOn", territory.zone()).orElse(null);
      @Nullable LocalDate pledged = row.findDate("pledgedOn", territory.zone()).orElse(null);
      @Nullable LocalDate fulfilled = row.findDate("fulfilledOn", territory.zone()).orElse(null);
      requireOrder(row, from, displayed, pledged, fulfilled);
      return new Assignment(
          0,
          member(row),
          inForce.buildings().get(building).id(),
          step(displayed, pledged, fulfilled),
          from,
          row.findDate("to", territory.zone()).orElse(null),
          displayed,
          pledged,
          fulfilled,
          row.findText("pledge").isPresent() ? row.getText("pledge", 500) : "",
          site(building));
    }

    private org.wangge.intake.Site site(int building) {
      Coordinate position = inForce.buildings().get(building).position();
      return Sites.of(inForce).boundTo(territory.latest()).atMetric(position.x, position.y);
    }

    private Member member(Row row) {
      String name = row.getText("name", 40);
      String branch =
          row.findText("branch").or(() -> Optional.ofNullable(values.get("branch"))).orElse("");
      String code = row.findText("code").orElse(branch + "/" + name);
      return new Member(0, code, name, branch, inForce.placeOf(row.face()).community().code());
    }

    private int building(Row row) {
      Optional<String> id = row.findText("building");
      if (id.isPresent()) {
        return inForce
            .buildings()
            .findIndex(id.get())
            .orElseThrow(() -> row.refuse("building", "没有这个楼栋编号", "核对编号,或留空由位置确定。"));
      }
      return nearest(row);
    }

    private int nearest(Row row) {
      Coordinate here = inForce.projection().toMetric(row.lon(), row.lat());
      int best = -1;
      double metres = FARTHEST_BUILDING_METRES;
      for (int i = 0; i < inForce.buildings().count(); i++) {
        double distance = inForce.buildings().get(i).position().distance(here);
        best = distance <= metres ? i : best;
        metres = Math.min(metres, distance);
      }
      if (best < 0) {
        throw row.refuse("building", "100 米内没有楼栋", "填上楼栋编号,或核对坐标。");
      }
      return best;
    }
  }

  /** Each day after the one before, and none without the one before. */
  private static void requireOrder(Row row, @Nullable LocalDate... days) {
    for (int i = 1; i < days.length; i++) {
      @Nullable LocalDate day = days[i];
      @Nullable LocalDate before = days[i - 1];
      if (day != null && (before == null || day.isBefore(before))) {
        throw row.refuse("from", "四步的日期顺序不对", "依次为进楼栋、亮身份、做承诺、当先锋,前一步要有日期且不晚于后一步。");
      }
    }
  }

  private static Step step(
      @Nullable LocalDate displayed, @Nullable LocalDate pledged, @Nullable LocalDate fulfilled) {
    return fulfilled != null
        ? Step.FULFILLED
        : pledged != null ? Step.PLEDGED : displayed != null ? Step.DISPLAYED : Step.ASSIGNED;
  }
}
