package org.wangge.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.ArcClass;

/** Names and classes of made-up streets: plausible, and no name given twice. */
final class StreetNames {
  private static final String[] FIRST =
      ("吉 安 瑞 福 德 仁 义 礼 和 兴 文 武 永 长 新 东 西 南 北 中 上 下 高 清 金 玉 竹 松 柏 桂 兰 莲 荷 桃 李 柳 枫 樟 茶 石 云 "
              + "龙 凤 鹤 泉 塘 溪 江 湖 湘 潭 昭 楚 朝 阳 平 泰 康 宁 祥 庆 丰 乐 善 学 书 古 城 民 国 富 华 光 明 星")
          .split(" ");
  private static final String[] SECOND =
      ("园 塘 桥 井 庙 门 口 坪 岭 冲 湾 坡 垅 洲 台 楼 亭 阁 院 寺 庵 堂 市 码头 安 平 和 兴 庆 丰 福 祥 泰 康 宁 民 华 光 阳 山 水 田 "
              + "林 泉 溪 星 月 云 霞 贤 德 才 文 星 升 昌 盛 荣 达 通 顺")
          .split(" ");
  private static final double COLLECTOR_SQUARE_METRES = 2_600_000;
  private static final double ROAD_SQUARE_METRES = 330_000;

  private final SplittableRandom random;
  private final Set<String> used = new HashSet<>();
  private long nextId = 1_000;

  StreetNames(SplittableRandom random) {
    this.random = random;
  }

  /** These names are taken. */
  void reserve(Iterable<StreetLine> lines) {
    lines.forEach(line -> used.add(line.name()));
  }

  /**
   * Class, name and id for a street that cuts a plot; the points are left empty.
   *
   * @param area of the plot: the bigger, the more important the street
   * @param urbanity 0 … 1
   * @param before street it goes on from at its start
   * @param after street it goes on from at its end
   */
  StreetLine street(
      double area, double urbanity, @Nullable StreetLine before, @Nullable StreetLine after) {
    ArcClass arcClass = arcClass(area, urbanity);
    StreetLine known = before != null && isLike(before, arcClass) ? before : after;
    if (known != null && isLike(known, arcClass)) {
      return known;
    }
    return new StreetLine(List.of(), arcClass, name(arcClass, urbanity), nextId++);
  }

  private static boolean isLike(StreetLine street, ArcClass arcClass) {
    return street.streetId() >= 1_000
        && Math.abs(street.arcClass().ordinal() - arcClass.ordinal()) <= 1;
  }

  private ArcClass arcClass(double area, double urbanity) {
    if (urbanity < 0.3) {
      return area > COLLECTOR_SQUARE_METRES
          ? ArcClass.COLLECTOR
          : area > ROAD_SQUARE_METRES ? ArcClass.LOCAL : ArcClass.PATH;
    }
    double scale = urbanity > 0.65 ? 0.12 : 0.25;
    return area > COLLECTOR_SQUARE_METRES * scale ? ArcClass.COLLECTOR : ArcClass.LOCAL;
  }

  private String name(ArcClass arcClass, double urbanity) {
    if (arcClass == ArcClass.PATH) {
      return random.nextInt(4) == 0 ? unique(new String[] {"机耕路", "村道", "小路"}) : "";
    }
    if (arcClass == ArcClass.COLLECTOR) {
      return unique(urbanity < 0.3 ? new String[] {"公路", "路"} : new String[] {"路", "街"});
    }
    return unique(suffixes(urbanity));
  }

  private static String[] suffixes(double urbanity) {
    if (urbanity > 0.75) {
      return new String[] {"巷", "巷", "街", "里", "弄"};
    }
    return urbanity > 0.3 ? new String[] {"路", "街", "巷"} : new String[] {"村道", "路", "组道"};
  }

  /** A lane that leads nowhere. */
  StreetLine lane(double urbanity) {
    String name = urbanity > 0.3 ? unique(new String[] {"巷", "里", "弄"}) : "";
    ArcClass arcClass = urbanity > 0.3 ? ArcClass.LOCAL : ArcClass.PATH;
    return new StreetLine(List.of(), arcClass, name, nextId++);
  }

  private String unique(String[] suffixes) {
    String stem = FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)];
    String suffix = suffixes[random.nextInt(suffixes.length)];
    String name = stem + suffix;
    for (int i = 0; !used.add(name); i++) {
      stem = FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)];
      name = i < 20 ? stem + suffix : stem + "东西南北".charAt(random.nextInt(4)) + suffix;
    }
    return name;
  }
}
