package org.wangge.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;

/**
 * Takes a file of points: reads it, finds out how its coordinates are meant, makes a thing of every
 * row that can be taken and hands all of them to the store at once. Points outside the coverage
 * domain are refused.
 */
public final class Intake {
  private final FieldNames names;
  private final Terrain terrain;
  private final ReadingFinder readings;
  private final Anchors anchors;

  public Intake(FieldNames names, Terrain terrain, Offset offset) {
    this(names, terrain, offset, value -> Optional.empty());
  }

  /**
   * An intake whose rows may say where they are by a field of {@link FieldNames#orPlacedBy} instead
   * of coordinates.
   *
   * @param anchors the place in degrees that a value of that field means
   */
  public Intake(FieldNames names, Terrain terrain, Offset offset, Anchors anchors) {
    this.names = names;
    this.anchors = anchors;
    this.terrain = terrain;
    this.readings = new ReadingFinder(terrain, offset);
  }

  /**
   * Imports the bytes of a file.
   *
   * @param parse makes a thing of a row or throws {@link RowException}
   * @param store keeps all accepted things in one transaction; not called on a dry run, when
   *     nothing was accepted, or when a row was refused and all or nothing was asked
   * @throws UnreadableFileException when the file has no rows that could be told apart
   */
  public <T> ImportReport run(
      byte[] file, ImportOptions options, Function<Row, T> parse, Consumer<List<T>> store) {
    PointFile points = PointFile.read(file, names);
    Batch<T> batch = new Batch<>(points, options, parse);
    ImportReport report = batch.report();
    boolean wanted = !options.dryRun() && !(options.allOrNothing() && report.refused() > 0);
    if (!wanted || batch.accepted.isEmpty()) {
      return report;
    }
    store.accept(batch.accepted);
    return report.asStored();
  }

  /** One file on its way through. */
  private final class Batch<T> {
    private final PointFile file;
    private final Reading reading;
    private final IntPredicate ground;
    private final List<T> accepted = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int refused;

    Batch(PointFile file, ImportOptions options, Function<Row, T> parse) {
      this.file = file;
      this.ground = options.ground();
      this.reading = options.reading().orElseGet(() -> readings.find(numbers(file)));
      file.rows().forEach(row -> take(row, parse));
    }

    private void take(RawRow raw, Function<Row, T> parse) {
      try {
        accepted.add(parse.apply(locate(raw)));
      } catch (RowException refusal) {
        refused++;
        if (problems.size() < ImportReport.MOST_PROBLEMS) {
          problems.add(refusal.problem());
        }
      }
    }

    private Row locate(RawRow raw) {
      Coordinate place = findAnchor(raw).orElseGet(() -> readings.apply(reading, coordinate(raw)));
      int face = ReadingFinder.isOnEarth(place) ? terrain.faceAt(place.x, place.y) : -1;
      if (face < 0) {
        throw refuse(raw, "点不在本区责任范围内", "核对坐标;确属托管区或飞地的不在此导入。");
      }
      if (!ground.test(face)) {
        throw refuse(raw, "点不在您的管辖范围内", "只导入本人负责的单位或网格内的数据，其余请交由相应单位导入。");
      }
      return new Row(raw, place.x, place.y, face);
    }

    ImportReport report() {
      return new ImportReport(
          file.rows().size(), accepted.size(), refused, false, reading, notices(), problems);
    }

    private List<String> notices() {
      List<String> notices = new ArrayList<>();
      notices.add(reading.notice());
      if (!file.encoding().equals("UTF-8")) {
        notices.add("文件不是 UTF-8 编码,已按 " + file.encoding() + " 读取。");
      }
      if (refused > ImportReport.MOST_PROBLEMS) {
        notices.add("问题行太多,只列出前 " + ImportReport.MOST_PROBLEMS + " 行。");
      }
      return notices;
    }
  }

  /** The place of a row without coordinates, by its anchor field. */
  private Optional<Coordinate> findAnchor(RawRow raw) {
    String value = raw.value(names.anchor());
    boolean wanted = !value.isEmpty() && raw.value(FieldNames.LON).isEmpty();
    return wanted ? Optional.of(getAnchor(raw, value)) : Optional.empty();
  }

  private Coordinate getAnchor(RawRow raw, String value) {
    return anchors
        .find(value)
        .orElseThrow(
            () ->
                new RowException(
                    new RowProblem(
                        raw.number(), names.anchor(), value, "没有这个编号", "核对编号,或填上经度、纬度。")));
  }

  private static List<Coordinate> numbers(PointFile file) {
    return file.rows().stream().flatMap(row -> findCoordinate(row).stream()).toList();
  }

  private static Coordinate coordinate(RawRow raw) {
    return findCoordinate(raw)
        .orElseThrow(() -> refuse(raw, "经纬度缺失、不是数字或超出范围", "经度填 -180~180、纬度填 -90~90 的十进制度数;几何须为点。"));
  }

  private static Optional<Coordinate> findCoordinate(RawRow raw) {
    try {
      double x = Double.parseDouble(raw.value(FieldNames.LON));
      double y = Double.parseDouble(raw.value(FieldNames.LAT));
      return Math.abs(x) <= 180 && Math.abs(y) <= 180
          ? Optional.of(new Coordinate(x, y))
          : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static RowException refuse(RawRow raw, String reason, String remedy) {
    String value = raw.value(FieldNames.LON) + "," + raw.value(FieldNames.LAT);
    return new RowException(new RowProblem(raw.number(), "lon,lat", value, reason, remedy));
  }
}
