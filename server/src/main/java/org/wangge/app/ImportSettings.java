package org.wangge.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wangge.territory.DistrictSettings;
import picocli.CommandLine.Option;

/** The options of {@code wangge import} that say what is particular to the district. */
final class ImportSettings {
  private static final Set<String> KEYS =
      Set.of("code", "name", "crs", "levels", "code-pattern", "time-zone", "synthetic");

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings file; options win over it.")
  @Nullable Path file;

  @Option(names = "--code", paramLabel = "CODE", description = "Code of the district.")
  @Nullable String code;

  @Option(names = "--name", paramLabel = "NAME", description = "Name of the district.")
  @Nullable String name;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description = "Metric CRS of the district (default: the zone its domain lies in).")
  @Nullable String crs;

  @Option(
      names = "--levels",
      paramLabel = "区,镇街,社区,网格",
      split = ",",
      description = "Names of the four levels.")
  @Nullable List<String> levels;

  @Option(
      names = "--code-pattern",
      paramLabel = "REGEX",
      description = "What every grid code must match (default \\d{15}).")
  @Nullable String codePattern;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Where its days begin, America/New_York for instance (default Asia/Shanghai).")
  @Nullable String timeZone;

  @Option(names = "--synthetic", description = "The data is schematic (示意数据).")
  boolean synthetic;

  @Option(
      names = "--effective",
      paramLabel = "DAY",
      description = "First day in force (default today).")
  @Nullable LocalDate effective;

  @Option(
      names = "--snap",
      paramLabel = "METRES",
      description = "Lines closer than this become one (default ${DEFAULT-VALUE}).",
      defaultValue = "0.01")
  double snapMetres = 0.01;

  @Option(names = "--strict", description = "Refuse grids in which the check finds anything.")
  boolean strict;

  /** EPSG number of the metric CRS that was asked for, 0 when none was. */
  int srid() {
    String text = value("crs", crs, "");
    return text.isEmpty() ? 0 : Integer.parseInt(text.replaceFirst("(?i)^epsg:", "").strip());
  }

  /**
   * @param srid EPSG number of the metric CRS
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  DistrictSettings settings(int srid) {
    List<String> names =
        levels != null ? levels : List.of(value("levels", null, "区,镇街,村社区,网格").split(","));
    return new DistrictSettings(
        required("code", code),
        required("name", name),
        srid,
        value("code-pattern", codePattern, DistrictSettings.NATIONAL_CODE_PATTERN),
        names.stream().map(String::strip).toList(),
        timeZone(),
        synthetic || Boolean.parseBoolean(value("synthetic", null, "false")));
  }

  LocalDate effective() {
    return effective == null ? LocalDate.now(timeZone()) : effective;
  }

  /** Only names of places: the browser does not know every form of a fixed offset. */
  private ZoneId timeZone() {
    String id = value("time-zone", timeZone, DistrictSettings.NATIONAL_TIME_ZONE.getId());
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new IllegalArgumentException(
          "--time-zone " + id + ": no such time zone; write it as Asia/Shanghai");
    }
    return ZoneId.of(id);
  }

  private String required(String key, @Nullable String given) {
    String text = value(key, given, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "the district needs --" + key + " or " + key + "= in --settings");
    }
    return text;
  }

  private String value(String key, @Nullable String given, String fallback) {
    return given != null ? given : properties().getProperty(key, fallback);
  }

  private Properties properties() {
    Properties properties = new Properties();
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw new IllegalArgumentException(
            "cannot read the settings file " + file + ": " + unreadable.getMessage(), unreadable);
      }
      Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
      unknown.removeAll(KEYS);
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(
            "the settings file " + file + " has unknown keys " + unknown + "; known are " + KEYS);
      }
    }
    return properties;
  }
}
