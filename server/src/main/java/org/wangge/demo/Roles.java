package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wangge.territory.Grid;
import org.wangge.territory.Line;
import org.wangge.territory.RoleSlot;

/** Fills the slots of the four lines with made-up names; some stay open. */
final class Roles {
  private static final String[] FAMILY =
      ("陈 刘 李 王 张 周 谭 彭 胡 罗 唐 曾 肖 欧阳 谢 赵 黄 邓 郭 贺 龙 易 成 何 许 冯 马 颜 尹 沈 宋 蒋 熊 杨 吴 文 左 齐 段 傅")
          .split(" ");
  private static final String[] GIVEN =
      ("建 国 志 强 明 华 红 丽 秀 英 桂 兰 玉 芳 晓 燕 海 波 文 武 立 新 春 梅 小 军 平 凤 云 佳 宇 鑫 思 琪 浩 然 子 涵 雪 霞 永 胜 湘 莲 伟 磊"
              + " 静 敏 慧 琳 俊 杰 辉 勇 娟 婷 峰 松")
          .split(" ");
  private static final int VACANT_PERCENT = 4;

  private final SplittableRandom random;

  private Roles(SplittableRandom random) {
    this.random = random;
  }

  static List<RoleSlot> fill(List<Grid> grids, SplittableRandom random) {
    Roles roles = new Roles(random);
    List<RoleSlot> slots = new ArrayList<>();
    for (Grid grid : grids) {
      for (Line line : Line.values()) {
        slots.add(new RoleSlot(grid.code(), line, role(line), roles.holder()));
      }
    }
    return slots;
  }

  private static String role(Line line) {
    return switch (line) {
      case DJ -> "网格党支部书记";
      case ZZ -> "网格长";
      case ZI -> "居民小组长";
      case FW -> "网格服务员";
    };
  }

  private @Nullable String holder() {
    return random.nextInt(100) < VACANT_PERCENT ? null : name();
  }

  private String name() {
    String first = pick(GIVEN);
    return pick(FAMILY) + first + (random.nextInt(4) == 0 ? "" : pick(GIVEN));
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
