package org.wangge.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The codes of new grids: the code of the community and a three-digit sequence. Ordinary grids take
 * 001–900, 专属网格 901–999. A code is never given twice, also not after its grid is gone.
 */
public final class GridCodes {
  private static final int LAST_ORDINARY = 900;
  private static final int LAST = 999;

  private GridCodes() {}

  /**
   * Codes for all grids of a community, numbered as one reads a map: row by row from north to
   * south, in a row from west to east. Rows are bands of equal height, as many as there would be
   * rows of square cells.
   *
   * @param communityCode the community
   * @param centres one point inside each grid, metres
   * @return one code per centre, in the order of the centres
   * @throws IllegalArgumentException when there are more than 900
   */
  public static List<String> number(String communityCode, List<Coordinate> centres) {
    List<Integer> order = readingOrder(centres);
    String[] codes = new String[centres.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[order.get(i)] = code(communityCode, i + 1, LAST_ORDINARY);
    }
    return List.of(codes);
  }

  /** The indexes of the points in the order in which they are numbered. */
  public static List<Integer> readingOrder(List<Coordinate> centres) {
    Envelope extent = new Envelope();
    centres.forEach(extent::expandToInclude);
    double rowHeight = rowHeight(extent, centres.size());
    Comparator<Integer> byRow =
        Comparator.comparingLong(i -> (long) ((extent.getMaxY() - centres.get(i).y) / rowHeight));
    List<Integer> order = new ArrayList<>(IntStream.range(0, centres.size()).boxed().toList());
    order.sort(
        byRow
            .thenComparingDouble(i -> centres.get(i).x)
            .thenComparingDouble(i -> -centres.get(i).y));
    return order;
  }

  private static double rowHeight(Envelope extent, int count) {
    double rows = Math.sqrt(count * extent.getHeight() / Math.max(extent.getWidth(), 1e-3));
    return Math.max(extent.getHeight() / Math.max(Math.rint(rows), 1), 1e-3) * (1 + 1e-9);
  }

  /**
   * The next free code.
   *
   * @param used all codes ever given in the district
   * @param dedicated whether it is for a 专属网格
   * @throws IllegalArgumentException when the sequence is used up
   */
  public static String next(String communityCode, Collection<String> used, boolean dedicated) {
    int last = dedicated ? LAST_ORDINARY : 0;
    for (String code : used) {
      if (code.length() == communityCode.length() + 3 && code.startsWith(communityCode)) {
        int sequence = sequenceOf(code);
        if (sequence > LAST_ORDINARY == dedicated) {
          last = Math.max(last, sequence);
        }
      }
    }
    return code(communityCode, last + 1, dedicated ? LAST : LAST_ORDINARY);
  }

  private static int sequenceOf(String code) {
    String digits = code.substring(code.length() - 3);
    return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
  }

  private static String code(String communityCode, int sequence, int last) {
    if (sequence > last) {
      throw new IllegalArgumentException(
          "community " + communityCode + " has no free grid number left up to " + last);
    }
    return communityCode + String.format(Locale.ROOT, "%03d", sequence);
  }
}
