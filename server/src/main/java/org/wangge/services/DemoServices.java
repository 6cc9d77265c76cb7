package org.wangge.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.intake.Site;
import org.wangge.intake.Sites;
import org.wangge.territory.Building;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;

/**
 * Synthetic service points (示意数据): a civic and a party centre for the district, every township and
 * every community (1 + 12 + 105), windows in the centres, one main station and a station per
 * township, a room, a board and a report box in every community. A pure function of seed, plan and
 * buildings.
 */
public final class DemoServices {
  private static final String OFFICE_HOURS = "Mo-Fr 09:00-12:00,13:30-17:00";
  private static final String LONG_HOURS = "Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00";
  private static final String EVERY_DAY = "Mo-Su 08:30-18:00";
  private static final String ALWAYS = "24/7";
  private static final int GRIDS_PER_BOARD = 4;
  private static final double BESIDE_METRES = 30;

  private final InForce inForce;
  private final Sites sites;
  private final Random random;
  private final List<ServicePoint> points = new ArrayList<>();

  private DemoServices(InForce inForce, Random random) {
    this.inForce = inForce;
    this.sites = Sites.of(inForce);
    this.random = random;
  }

  /** Makes the points of a district; none when it has no buildings to put them at. */
  public static List<ServicePoint> of(long seed, InForce inForce) {
    DemoServices demo = new DemoServices(inForce, new Random(seed));
    if (inForce.buildings().count() > 0) {
      demo.district(inForce.tree().district());
      inForce.tree().townships().forEach(demo::township);
      inForce.tree().communities().forEach(demo::community);
    }
    return List.copyOf(demo.points);
  }

  private void district(Unit district) {
    Coordinate centre = building(zones(inForce.tree().communities().get(0)));
    add(Kind.CIVIC_CENTRE, district, "政务服务中心", LONG_HOURS, centre);
    windows(district, 6, centre);
    add(Kind.PARTY_CENTRE, district, "党群服务中心", EVERY_DAY, beside(centre));
    add(Kind.MAIN_STATION, district, "社会工作服务总站", OFFICE_HOURS, beside(centre));
    add(Kind.INCUBATOR, district, "社会组织孵化基地", OFFICE_HOURS, beside(centre));
  }

  private void township(Unit township) {
    List<Unit> communities =
        inForce.tree().communities().stream()
            .filter(unit -> township.code().equals(unit.parent()))
            .toList();
    Coordinate centre = building(zones(communities.get(0)));
    add(Kind.CIVIC_CENTRE, township, "便民服务中心", LONG_HOURS, centre);
    windows(township, 3, centre);
    add(Kind.PARTY_CENTRE, township, "党群服务中心", EVERY_DAY, beside(centre));
    add(Kind.STATION, township, "社会工作服务站", OFFICE_HOURS, beside(centre));
  }

  private void community(Unit community) {
    int[] zones = zones(community);
    Coordinate centre = building(zones);
    add(Kind.CIVIC_CENTRE, community, "便民服务站", OFFICE_HOURS, centre);
    add(Kind.PARTY_CENTRE, community, "党群服务中心", EVERY_DAY, beside(centre));
    add(Kind.ROOM, community, "社会工作室", OFFICE_HOURS, beside(centre));
    add(Kind.REPORT_BOX, community, "举报箱", ALWAYS, beside(centre));
    for (int i = 0; i <= zones.length / GRIDS_PER_BOARD; i++) {
      add(Kind.OPINION_BOARD, community, "民情反映栏", ALWAYS, beside(building(zones)));
    }
  }

  private void windows(Unit unit, int count, Coordinate centre) {
    for (int i = 1; i <= count; i++) {
      add(Kind.WINDOW, unit, i + "号综合窗口", LONG_HOURS, centre);
    }
  }

  private int[] zones(Unit community) {
    return inForce.grids().stream()
        .filter(grid -> grid.communityCode().equals(community.code()))
        .mapToInt(grid -> grid.zone())
        .toArray();
  }

  /** A building of one of the grids; a place inside the first when they have none. */
  private Coordinate building(int[] zones) {
    int[] buildings = inForce.buildings().inZone(zones[random.nextInt(zones.length)]);
    if (buildings.length == 0) {
      return inForce.fabric().interiorPoint(inForce.plan().faces(zones[0])[0]).getCoordinate();
    }
    Building building = inForce.buildings().get(buildings[random.nextInt(buildings.length)]);
    return building.position();
  }

  private Coordinate beside(Coordinate place) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double metres = BESIDE_METRES * (0.3 + 0.7 * random.nextDouble());
    Coordinate beside =
        new Coordinate(place.x + metres * Math.cos(angle), place.y + metres * Math.sin(angle));
    return sites.atMetric(beside.x, beside.y).face() >= 0 ? beside : place;
  }

  private void add(Kind kind, Unit unit, String what, String hours, Coordinate place) {
    Site site = sites.atMetric(place.x, place.y);
    String phone = String.format(Locale.ROOT, "0731-0000%04d", points.size() + 1);
    boolean manned = !hours.equals(ALWAYS);
    String address = inForce.placeOf(site.face()).grid().name();
    points.add(
        new ServicePoint(
            0,
            "",
            kind,
            unit.name() + what,
            address,
            OpeningHours.of(hours),
            manned ? phone : "",
            unit.code(),
            site));
  }
}
