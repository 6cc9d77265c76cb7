package org.wangge.planning;

import java.util.stream.Collectors;
import org.wangge.zoning.Objection;
import org.wangge.zoning.Outcome;

/** Objections in words for a planner. */
final class Sentences {
  private Sentences() {}

  /** Why nothing was done, and what could be done instead. */
  static String refusal(Drawing drawing, Outcome outcome) {
    String why =
        outcome.objections().stream()
            .filter(Objection::refuses)
            .map(objection -> of(drawing, objection))
            .collect(Collectors.joining(" "));
    int remedy = outcome.remedy().length;
    return remedy == 0 ? why : why + " 可以改为划 %d 个街区。".formatted(remedy);
  }

  static String of(Drawing drawing, Objection objection) {
    String grid = objection.zone() < 0 ? "" : drawing.grid(objection.zone()).name();
    int blocks = objection.faces().length;
    return switch (objection.rule()) {
      case CONTIGUITY -> "%s 会不连片：有 %d 个街区与主体断开。".formatted(grid, blocks);
      case NESTING -> "%d 个街区不在 %s 所属的村社区内。".formatted(blocks, grid);
      case LOCK -> "%s 或其边界已锁定，不能划入划出。".formatted(grid);
      case EMPTY -> "%s 的街区会全部划走；要撤销网格请用“合并”。".formatted(grid);
      case PATH -> "这条线没有把 %s 切成两块，请把两端画到边界。".formatted(grid);
      case BAND -> "%s 的户数不在规定范围内。".formatted(grid);
      case NOTHING -> "没有可调整的内容。";
    };
  }
}
