package org.wangge.party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.intake.Site;
import org.wangge.intake.Sites;
import org.wangge.territory.Building;
import org.wangge.territory.Buildings;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;

/**
 * Synthetic members of the party (示意数据): 6.5 in a hundred people, living where people live, a third
 * of them standing for the building they live in, at all four steps. A pure function of seed, plan
 * and buildings. Names are put together by chance.
 *
 * @param members all of them
 * @param assignments of about a third of them
 */
public record DemoParty(List<Member> members, List<Assignment> assignments) {
  private static final double MEMBERS_PER_PERSON = 0.065;
  private static final double ASSIGNED = 1 / 3.0;
  private static final int BRANCHES_PER_COMMUNITY = 6;

  private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉建国志文斌红梅春燕辉鹏飞玲海波宁晨雪琴浩然子轩雨欣思远";

  private static final List<String> PLEDGES =
      List.of(
          "每周巡楼一次",
          "帮独居老人代购代办",
          "带头清理楼道杂物",
          "调解邻里小纠纷",
          "宣传用电用气安全",
          "组织楼栋议事会",
          "帮助邻居网上办事",
          "参加环境整治志愿服务");

  public DemoParty {
    members = List.copyOf(members);
    assignments = List.copyOf(assignments);
  }

  /** Makes the members of a district; none when it has no buildings. */
  public static DemoParty of(long seed, InForce inForce) {
    Maker maker = new Maker(inForce, new Random(seed));
    for (int i = 0; i < inForce.buildings().count(); i++) {
      maker.addBuilding(i);
    }
    return new DemoParty(maker.members, maker.assignments);
  }

  /**
   * Makes members house by house; what is left over of a fraction of a member goes on to the next
   * house.
   */
  private static final class Maker {
    private final InForce inForce;
    private final Sites sites;
    private final Random random;
    private final LocalDate end;
    private final List<Member> members = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private double due;

    Maker(InForce inForce, Random random) {
      this.inForce = inForce;
      this.sites = Sites.of(inForce);
      this.random = random;
      this.end = inForce.publication().effective();
    }

    void addBuilding(int index) {
      Buildings buildings = inForce.buildings();
      Building building = buildings.get(index);
      Unit community = inForce.placeOf(buildings.face(index)).community();
      for (due += building.people() * MEMBERS_PER_PERSON; due >= 1; due--) {
        Member member = member(community);
        members.add(member);
        if (random.nextDouble() < ASSIGNED) {
          assignments.add(assignment(member, building));
        }
      }
    }

    private Member member(Unit community) {
      String code = String.format(Locale.ROOT, "D%06d", members.size() + 1);
      String branch = community.name() + "第" + (1 + random.nextInt(BRANCHES_PER_COMMUNITY)) + "党支部";
      return new Member(0, code, name(), branch, community.code());
    }

    private String name() {
      String second = random.nextDouble() < 0.75 ? pick(GIVEN) : "";
      return pick(FAMILY) + pick(GIVEN) + second;
    }

    private String pick(String characters) {
      int at = random.nextInt(characters.length());
      return characters.substring(at, at + 1);
    }

    private Assignment assignment(Member member, Building building) {
      LocalDate from = end.minusDays(30 + random.nextInt(540));
      int reach = 1 + random.nextInt(100);
      @Nullable LocalDate displayed = reach > 15 ? later(from) : null;
      @Nullable LocalDate pledged = reach > 40 ? later(displayed) : null;
      @Nullable LocalDate fulfilled = reach > 75 ? later(pledged) : null;
      String pledge = pledged == null ? "" : PLEDGES.get(random.nextInt(PLEDGES.size()));
      Step step = step(displayed, pledged, fulfilled);
      return new Assignment(
          0,
          member,
          building.id(),
          step,
          from,
          null,
          displayed,
          pledged,
          fulfilled,
          pledge,
          site(building));
    }

    /**
     * Some weeks after the step before; not reached when that is missing or the end of the data
     * comes first.
     */
    private @Nullable LocalDate later(@Nullable LocalDate before) {
      int days = 7 + random.nextInt(60);
      return before == null || !before.plusDays(days).isBefore(end) ? null : before.plusDays(days);
    }

    private static Step step(
        @Nullable LocalDate displayed, @Nullable LocalDate pledged, @Nullable LocalDate fulfilled) {
      int reached =
          1 + (displayed == null ? 0 : 1) + (pledged == null ? 0 : 1) + (fulfilled == null ? 0 : 1);
      return Step.of(reached);
    }

    private Site site(Building building) {
      Coordinate position = building.position();
      return sites.atMetric(position.x, position.y);
    }
  }
}
