package org.wangge.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.intake.Site;
import org.wangge.territory.InForce;

/**
 * Twelve months of synthetic cases (示意数据) before the day a plan came into force, about 94 000 for
 * 473 grids: a pure function of seed, plan and buildings. Volumes and mixes follow published
 * figures; eight hot spots are planted on top of a surface that follows buildings, so that a heat
 * map has something true to find. Nothing here is real.
 *
 * @param spots where more was put than chance would
 * @param cases by time of report
 */
public record DemoCases(List<HotSpot> spots, List<Case> cases) {

  public DemoCases {
    spots = List.copyOf(spots);
    cases = List.copyOf(cases);
  }

  /** Makes the cases of a district; none when it has no buildings to put them at. */
  public static DemoCases of(long seed, InForce inForce) {
    if (inForce.buildings().count() == 0) {
      return new DemoCases(List.of(), List.of());
    }
    Random random = new Random(seed);
    List<HotSpot> spots = DemoSpots.choose(inForce, random);
    Maker maker = new Maker(inForce, random);
    spots.forEach(maker::addSpot);
    maker.addRest(spots.stream().mapToInt(HotSpot::cases).sum());
    return new DemoCases(spots, maker.sorted());
  }

  /** Makes cases one by one. */
  private static final class Maker {
    private static final double ON_TIME = 0.93;

    private final InForce inForce;
    private final Random random;
    private final DemoGround ground;
    private final DemoClock clock;
    private final Instant end;
    private final DemoMix mix = DemoMix.read();
    private final List<Case> cases = new ArrayList<>();

    Maker(InForce inForce, Random random) {
      ZoneId zone = inForce.settings().timeZone();
      LocalDate last = inForce.publication().effective();
      this.inForce = inForce;
      this.random = random;
      this.ground = new DemoGround(inForce, random);
      this.clock = new DemoClock(last, zone, random);
      this.end = last.atStartOfDay(zone).toInstant();
    }

    void addSpot(HotSpot spot) {
      Coordinate middle = inForce.projection().toMetric(spot.lon(), spot.lat());
      Category category = Categories.standard().findLeaf(spot.category()).orElseThrow();
      for (int i = 0; i < spot.cases(); i++) {
        Channel channel = random.nextDouble() < 0.8 ? Channel.PATROL : Channel.HOTLINE;
        add(channel, category, ground.about(middle, spot.spreadMetres()), spot.name());
      }
    }

    /**
     * What the rates of the grids ask for less what the hot spots have, which are patrol cases for
     * the most part.
     */
    void addRest(int planted) {
      for (Channel channel : Channel.values()) {
        double monthly =
            inForce.grids().stream()
                .mapToDouble(g -> DemoRates.of(channel, DemoGround.isUrban(g)))
                .sum();
        double share = channel == Channel.PATROL ? 0.8 : channel == Channel.HOTLINE ? 0.2 : 0;
        long wanted = Math.round(12 * monthly - share * planted);
        for (long i = 0; i < wanted; i++) {
          Category category = mix.draw(channel, random);
          add(channel, category, ground.draw(channel), "");
        }
      }
    }

    private void add(Channel channel, Category category, Site site, String at) {
      Instant reported = clock.draw(channel, category);
      Instant due = reported.plus(limit(channel));
      @Nullable Instant closed = closed(reported, due);
      Status status =
          closed != null ? Status.CLOSED : random.nextBoolean() ? Status.IN_HAND : Status.FILED;
      String title =
          (at.isEmpty() ? inForce.placeOf(site.face()).community().name() : at) + category.label();
      cases.add(
          new Case(0, "", category, title, "示意数据", channel, status, reported, due, closed, site));
    }

    private Duration limit(Channel channel) {
      return switch (channel) {
        case PATROL -> Duration.ofHours(random.nextBoolean() ? 4 : 24);
        case HOTLINE -> Duration.ofDays(5);
        case DISPUTE -> Duration.ofDays(30);
        default -> Duration.ofDays(7);
      };
    }

    /** By its limit for most; null when that would be after the end of the data. */
    private @Nullable Instant closed(Instant reported, Instant due) {
      double share =
          random.nextDouble() < ON_TIME
              ? 0.1 + 0.88 * random.nextDouble()
              : 1.02 + 1.5 * random.nextDouble();
      long seconds = (long) (share * Duration.between(reported, due).toSeconds());
      Instant closed = reported.plusSeconds(seconds);
      return closed.isBefore(end) ? closed : null;
    }

    List<Case> sorted() {
      cases.sort(Comparator.comparing(Case::reportedAt));
      return cases;
    }
  }
}
