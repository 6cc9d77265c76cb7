package org.wangge.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.fabric.Fabric;

/**
 * What a zone is bounded by (四至), in the words of a decree. There is one definition of it: cards,
 * tables and notices all take it from here. Made of the arcs, so it is exact: every arc of the
 * border is in one stretch, and the stretches close.
 */
public final class BoundaryText {
  private static final String[] SIDES = {"北", "东", "南", "西"};
  private static final int[] TOLD_IN_ORDER = {1, 2, 3, 0};
  private static final String[] CORNERS = {"西北角", "东北角", "东南角", "西南角"};

  private final Fabric fabric;
  private final BoundaryWords words;
  private final List<BoundaryRing> rings;

  private BoundaryText(Plan plan, int[] faces) {
    this.fabric = plan.fabric();
    this.words = new BoundaryWords(fabric);
    this.rings = BoundaryWalk.of(plan, faces);
  }

  /** Of a zone; empty texts when it has no faces. */
  public static BoundaryText of(Plan plan, int zone) {
    return new BoundaryText(plan, plan.faces(zone));
  }

  /** Of any faces of a plan, of a community for instance. */
  public static BoundaryText of(Plan plan, int[] faces) {
    return new BoundaryText(plan, faces);
  }

  /** The closed borders: the pieces, the largest first, then the holes, the largest last. */
  public List<BoundaryRing> rings() {
    return rings;
  }

  /**
   * Short: {@code 东至韶山路中心线、南至沿江路中心线、西至湘江河中线、北至京广铁路}. On each side at most three lines, in the order
   * in which one walks clockwise; a side that is only a corner is told by its crossing.
   */
  public String brief() {
    List<BoundaryRing> pieces = rings.stream().filter(ring -> !ring.hole()).toList();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      told.add((pieces.size() > 1 ? ordinal(i) + "：" : "") + sides(pieces.get(i)));
    }
    return String.join("；", told) + holesInBrief();
  }

  private String holesInBrief() {
    long holes = rings.stream().filter(BoundaryRing::hole).count();
    return holes == 0 ? "" : "（其内" + holes + "处除外）";
  }

  private static String ordinal(int piece) {
    return "第" + (piece + 1) + "片";
  }

  private String sides(BoundaryRing ring) {
    List<List<BoundaryStretch>> sides = RingSides.of(fabric, ring);
    List<String> told = new ArrayList<>();
    for (int side : TOLD_IN_ORDER) {
      told.add(SIDES[side] + "至" + side(sides, side));
    }
    return String.join("、", told);
  }

  private String side(List<List<BoundaryStretch>> sides, int side) {
    if (!sides.get(side).isEmpty()) {
      return together(sides.get(side).stream().map(words::line).distinct().toList());
    }
    int before = (side + SIDES.length - 1) % SIDES.length;
    int after = (side + 1) % SIDES.length;
    return sides.get(before).isEmpty() || sides.get(after).isEmpty()
        ? "上述界线" + CORNERS[side]
        : crossing(last(sides.get(before)), sides.get(after).get(0));
  }

  private static BoundaryStretch last(List<BoundaryStretch> stretches) {
    return stretches.get(stretches.size() - 1);
  }

  private static String together(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join("、", names.subList(0, last)) + "和" + names.get(last);
  }

  private String crossing(BoundaryStretch one, BoundaryStretch other) {
    return one.isNamed() && one.name().equals(other.name())
        ? one.name() + "转折处"
        : words.shortly(one) + "与" + words.shortly(other) + "交叉口";
  }

  /**
   * Long: the walk around, clockwise from the north-west corner, with directions and lengths:
   * {@code 自西北角（韶山路与沿江路交叉口）起，沿沿江路中心线向东约320米至建设路口，折向南沿…，回到起点。} Several pieces and holes are told one
   * after the other.
   */
  public String legal() {
    List<String> told = new ArrayList<>();
    long pieces = rings.stream().filter(ring -> !ring.hole()).count();
    for (int i = 0; i < pieces; i++) {
      told.add((pieces > 1 ? ordinal(i) + "：" : "") + walk(rings.get(i)) + "。");
    }
    String opening = pieces > 1 ? "由互不相连的" + pieces + "片组成。" : "";
    return opening + String.join("", told) + holes();
  }

  private String holes() {
    return rings.stream()
        .filter(BoundaryRing::hole)
        .map(hole -> "其内除外的一处：" + walk(hole) + "。")
        .collect(Collectors.joining());
  }

  private String walk(BoundaryRing ring) {
    List<BoundaryStretch> stretches = ring.stretches();
    BoundaryStretch first = stretches.get(0);
    BoundaryStretch end = stretches.get(stretches.size() - 1);
    List<String> legs = new ArrayList<>();
    legs.add("自西北角（" + crossing(end, first) + "）起");
    Optional<Course> before = Optional.empty();
    for (int i = 0; i < stretches.size(); i++) {
      Course course = Course.of(fabric, stretches.get(i));
      legs.add(leg(stretches.get(i), course, before) + goal(stretches, i));
      before = Optional.of(course);
    }
    legs.add("回到起点");
    return String.join("，", legs);
  }

  private String leg(BoundaryStretch stretch, Course course, Optional<Course> before) {
    String line = words.line(stretch);
    String metres = course.bend() + "约" + Math.max(1, Math.round(stretch.lengthMetres())) + "米";
    if (before.isEmpty()) {
      return "沿" + line + course.heading() + metres;
    }
    String turn = course.turnsFrom(before.get()) ? "折" : "继续";
    return turn + course.heading() + "沿" + line + metres;
  }

  private String goal(List<BoundaryStretch> stretches, int i) {
    return i + 1 == stretches.size()
        ? ""
        : "至" + words.meeting(stretches.get(i), stretches.get(i + 1));
  }
}
