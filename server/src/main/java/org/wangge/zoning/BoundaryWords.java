package org.wangge.zoning;

import java.util.Optional;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;

/** What lines, crossings and directions are called in a boundary text. */
final class BoundaryWords {
  private static final String[] DIRECTIONS = {"东", "东北", "北", "西北", "西", "西南", "南", "东南"};

  private final Fabric fabric;

  BoundaryWords(Fabric fabric) {
    this.fabric = fabric;
  }

  /** The line itself: 韶山路中心线, 湘江河中线, 京广铁路, 自韶山路口至沿江路口的无名路. */
  String line(BoundaryStretch stretch) {
    return stretch.isNamed() ? named(stretch) : betweenItsEnds(stretch);
  }

  private static String named(BoundaryStretch stretch) {
    String name = stretch.name();
    return switch (stretch.arcClass()) {
      case RIVER -> name + (name.endsWith("河") ? "中线" : "河中线");
      case RAIL -> name + (name.matches(".*(铁路|铁|线)") ? "" : "铁路");
      case WALL -> name + (name.endsWith("墙") ? "" : "围墙");
      case STATUTORY -> name;
      case CUT -> name.endsWith("线") ? name : name + "连线";
      default -> name + "中心线";
    };
  }

  private String betweenItsEnds(BoundaryStretch stretch) {
    String what = nameless(stretch);
    if (stretch.arcClass() == ArcClass.STATUTORY) {
      return what;
    }
    Optional<String> from = findPlace(first(stretch), "");
    Optional<String> to = findPlace(last(stretch) ^ 1, "");
    if (from.isPresent() && from.equals(to)) {
      return from.get() + "旁的" + what;
    }
    String ends = from.map(it -> "自" + it).orElse("") + to.map(it -> "至" + it).orElse("");
    return ends.isEmpty() ? what : ends + "的" + what;
  }

  private static String nameless(BoundaryStretch stretch) {
    return switch (stretch.arcClass()) {
      case RIVER -> "无名河渠中线";
      case RAIL -> "铁路";
      case WALL -> "围墙";
      case STATUTORY ->
          stretch.level().compareTo(Level.COMMUNITY) >= 0 ? stretch.level().label() : "法定界线";
      case CUT -> "连线";
      case PATH -> "无名小路";
      default -> "无名路";
    };
  }

  /** Short, for a second mention: 无名路, 韶山路. */
  String shortly(BoundaryStretch stretch) {
    return stretch.isNamed() ? stretch.name() : nameless(stretch).replaceFirst("中线$", "");
  }

  private static int first(BoundaryStretch stretch) {
    return stretch.halfEdges()[0];
  }

  private static int last(BoundaryStretch stretch) {
    return stretch.halfEdges()[stretch.halfEdges().length - 1];
  }

  /**
   * What the node that a half-edge leaves is called after its most important named line: 韶山路口.
   *
   * @param but a name that says nothing here
   */
  private Optional<String> findPlace(int leaving, String but) {
    int best = -1;
    int h = leaving;
    do {
      boolean counts = !fabric.arcName(h >> 1).equals(but);
      best = counts && isMoreImportant(h >> 1, best) ? h >> 1 : best;
      h = fabric.next(h ^ 1);
    } while (h != leaving);
    return best < 0
        ? Optional.empty()
        : Optional.of(place(fabric.arcName(best), fabric.arcClass(best)));
  }

  private boolean isMoreImportant(int arc, int known) {
    if (fabric.arcName(arc).isEmpty()) {
      return false;
    }
    int more = known < 0 ? 1 : fabric.arcClass(arc).strength() - fabric.arcClass(known).strength();
    return more > 0 || (more == 0 && fabric.arcName(arc).compareTo(fabric.arcName(known)) < 0);
  }

  /**
   * Where one comes from a stretch to the next: 沿江路口, 湘江边, 京广铁路处, 区界. A nameless line is told by
   * another one at the same place.
   */
  String meeting(BoundaryStretch from, BoundaryStretch next) {
    if (next.isNamed()) {
      return place(next.name(), next.arcClass());
    }
    String itself = shortly(next) + (isStreet(next) ? "口" : "");
    return next.arcClass() == ArcClass.STATUTORY
        ? itself
        : findPlace(first(next), from.name()).orElse(itself);
  }

  private static boolean isStreet(BoundaryStretch stretch) {
    return stretch.arcClass().isStreet();
  }

  private static String place(String name, ArcClass arcClass) {
    return switch (arcClass) {
      case RIVER -> name + "边";
      case RAIL, WALL, STATUTORY, CUT -> name + "处";
      default -> name + "口";
    };
  }

  /** The nearest of the eight directions. */
  static String direction(double angleFromEast) {
    long eighth = Math.round(angleFromEast / (Math.PI / 4));
    return DIRECTIONS[Math.floorMod((int) eighth, DIRECTIONS.length)];
  }
}
