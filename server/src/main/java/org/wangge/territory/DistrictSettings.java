package org.wangge.territory;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.wangge.zoning.IdentityRule;

/**
 * What is particular to one district.
 *
 * @param code district code, 430302 for instance
 * @param name what it is called
 * @param metricSrid EPSG number of the metric CRS everything is computed in
 * @param codePattern regular expression every grid code matches in full
 * @param levelNames four names, highest first: 区, 镇街, 社区, 网格
 * @param timeZone where its days begin: what a plain date means, when doors open
 * @param synthetic whether the data is schematic (示意数据) and has to be labelled so wherever it is
 *     shown
 * @param identityShare at least so much of its households a grid keeps when it keeps its code
 */
public record DistrictSettings(
    String code,
    String name,
    int metricSrid,
    String codePattern,
    List<String> levelNames,
    ZoneId timeZone,
    boolean synthetic,
    double identityShare) {

  /** Twelve digits of the community and three of the grid. */
  public static final String NATIONAL_CODE_PATTERN = "\\d{15}";

  public static final List<String> NATIONAL_LEVEL_NAMES = List.of("区", "镇街", "村社区", "网格");

  /** One for the whole country. */
  public static final ZoneId NATIONAL_TIME_ZONE = ZoneId.of("Asia/Shanghai");

  /** With the usual share of {@link IdentityRule}. */
  public DistrictSettings(
      String code,
      String name,
      int metricSrid,
      String codePattern,
      List<String> levelNames,
      ZoneId timeZone,
      boolean synthetic) {
    this(
        code,
        name,
        metricSrid,
        codePattern,
        levelNames,
        timeZone,
        synthetic,
        IdentityRule.USUAL_SHARE);
  }

  /**
   * @throws IllegalArgumentException when the pattern is no regular expression or there are not
   *     four level names
   */
  public DistrictSettings {
    levelNames = List.copyOf(levelNames);
    if (levelNames.size() != 4) {
      throw new IllegalArgumentException(
          "four level names are needed, but there are " + levelNames);
    }
    Pattern.compile(codePattern);
  }

  /** The label that synthetic data carries everywhere; empty for real data. */
  public String label() {
    return synthetic ? "示意数据" : "";
  }
}
