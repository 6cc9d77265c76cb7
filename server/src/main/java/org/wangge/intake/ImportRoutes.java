package org.wangge.intake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wangge.policy.Area;
import org.wangge.policy.Right;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Territory;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * {@code POST …/import}: the body is the file itself, CSV or GeoJSON. Parameters: {@code
 * allOrNothing=true} stores nothing when a row is refused (422 with the report), {@code
 * dryRun=true} only reports, {@code coordinates} is one of {@code auto, wgs84, gcj02, swapped,
 * swapped-gcj02}; further ones are values for rows that have none of their own. Answers 200 with an
 * {@link ImportReport}, 400 when no row can be told apart.
 */
public final class ImportRoutes implements Routes {
  private static final long LARGEST_BYTES = 64L << 20;

  private static final Map<String, Reading> READINGS =
      Map.of(
          "wgs84", Reading.AS_GIVEN,
          "gcj02", Reading.GCJ02,
          "swapped", Reading.SWAPPED,
          "swapped-gcj02", Reading.SWAPPED_GCJ02);

  private final String path;
  private final Right right;
  private final Territory territory;
  private final List<String> defaults;
  private final Importer importer;

  /**
   * An import at a path.
   *
   * @param right what the sender needs; rows outside the units where he has it are refused
   * @param defaults parameters that give a value to rows without one, by field
   */
  public ImportRoutes(
      String path, Right right, Territory territory, List<String> defaults, Importer importer) {
    this.path = path;
    this.right = right;
    this.territory = territory;
    this.defaults = List.copyOf(defaults);
    this.importer = importer;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post(path, this::post);
  }

  private void post(Context context) {
    Query query = Query.of(context, known());
    ImportOptions options = options(query, ground(Visitor.of(context).area(right)));
    ImportReport report = read(RequestBody.bytes(context, LARGEST_BYTES), options, values(query));
    if (options.allOrNothing() && report.refused() > 0) {
      throw Problem.of(ProblemKind.REFUSED_DATA, "有 " + report.refused() + " 行不能接受,一行也没有存入。")
          .withRemedy("按报告逐行改正后重新导入,或去掉 allOrNothing 只存入可接受的行。")
          .with("report", report)
          .raise();
    }
    Visitor.note(
        context,
        report.accepted()
            + " accepted, "
            + report.refused()
            + " refused, stored: "
            + report.stored());
    context.contentType("application/json").result(JsonOut.bytes(report));
  }

  private IntPredicate ground(Area area) {
    return area.isEverywhere() ? face -> true : Jurisdiction.of(territory.inForce(), area)::hasFace;
  }

  private ImportReport read(byte[] file, ImportOptions options, Map<String, String> values) {
    try {
      return importer.run(file, options, values);
    } catch (UnreadableFileException unreadable) {
      throw Problem.of(ProblemKind.BAD_BODY, String.valueOf(unreadable.getMessage()))
          .withRemedy(unreadable.remedy())
          .raise();
    }
  }

  private String[] known() {
    List<String> known = new ArrayList<>(defaults);
    known.addAll(List.of("allOrNothing", "dryRun", "coordinates"));
    return known.toArray(String[]::new);
  }

  private static ImportOptions options(Query query, IntPredicate ground) {
    Optional<Reading> reading =
        query
            .findOneOf(
                "coordinates",
                Stream.concat(Stream.of("auto"), READINGS.keySet().stream().sorted()).toList())
            .filter(READINGS::containsKey)
            .map(READINGS::get);
    return new ImportOptions(
        isTrue(query, "allOrNothing"), isTrue(query, "dryRun"), reading, ground);
  }

  private static boolean isTrue(Query query, String name) {
    return query.findOneOf(name, List.of("true", "false")).filter("true"::equals).isPresent();
  }

  private Map<String, String> values(Query query) {
    return defaults.stream()
        .filter(query::has)
        .collect(Collectors.toMap(name -> name, query::getText));
  }

  /** What a feature does with a file. */
  @FunctionalInterface
  public interface Importer {
    /**
     * Imports a file.
     *
     * @param values for rows that have none of their own, by field
     */
    ImportReport run(byte[] file, ImportOptions options, Map<String, String> values);
  }
}
