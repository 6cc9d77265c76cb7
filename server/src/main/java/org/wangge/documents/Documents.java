package org.wangge.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.territory.Attribution;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;

/**
 * Makes the documents of a publication or a draft by name. Thread-safe; keeps nothing.
 *
 * <p>{@code boundaries.xlsx} is the 四至 table, {@code changes.txt} and {@code changes.json} what
 * changes, {@code wall-map.pdf} the map to hang on a wall, {@code notice.docx} the 公示稿; {@code
 * grids.geojson}, {@code grids.shp.zip}, {@code grids.gpkg} and {@code grids.kml} are the grids as
 * a layer, {@code blocks.csv} the assignment of every block.
 */
public final class Documents {

  /** Makes the bytes of one kind of document. */
  interface Maker {
    byte[] make(Subject subject);
  }

  private record Kind(String contentType, String title, Maker maker) {}

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    add("boundaries.xlsx", OFFICE + "spreadsheetml.sheet", "网格四至表", BoundaryTable::make);
    add("changes.txt", "text/plain; charset=utf-8", "网格调整清单", ChangeList::text);
    add("changes.json", "application/json", "网格调整清单", ChangeList::json);
    add("wall-map.pdf", "application/pdf", "网格挂图", WallMap::make);
    add("notice.docx", OFFICE + "wordprocessingml.document", "网格调整公示稿", Notice::make);
    add("grids.geojson", "application/geo+json", "网格", GridLayer::geoJson);
    add("grids.shp.zip", "application/zip", "网格", GridLayer::shapefile);
    add("grids.gpkg", "application/geopackage+sqlite3", "网格", GridLayer::geoPackage);
    add("grids.kml", "application/vnd.google-earth.kml+xml", "网格", GridLayer::kml);
    add("blocks.csv", "text/csv; charset=utf-8", "街区归属表", BlockTable::make);
  }

  private final List<Attribution> attributions;

  /**
   * @param attributions what is told to go along with ground that changes its grid
   */
  public Documents(List<Attribution> attributions) {
    this.attributions = List.copyOf(attributions);
  }

  private static void add(String name, String contentType, String title, Maker maker) {
    KINDS.put(name, new Kind(contentType, title, maker));
  }

  /** What there is. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(KINDS.keySet());
  }

  /**
   * Makes a document.
   *
   * @param name one of {@link #names()}
   * @param before what holds until then: the publication before, or the base of a draft; the same
   *     as {@code after} for a first publication
   * @param after what the document tells
   * @param viewer who asks: names of persons are masked, and what is bound to blocks is left out,
   *     for who may not know who fills the lines of a grid
   * @throws IllegalArgumentException when there is no document of that name or no such unit
   */
  public Document make(
      String name, InForce before, InForce after, Viewer viewer, DocumentOptions options) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("there is no document " + name);
    }
    options.unit().filter(code -> after.findUnit(code).isEmpty()).ifPresent(Documents::refuseUnit);
    Subject subject =
        new Subject(
            before, after, viewer, options, changes(PlanComparison.of(before, after), viewer));
    String file = subject.placeName() + kind.title() + "（" + subject.edition() + "）";
    return new Document(file + ending(name), kind.contentType(), kind.maker().make(subject));
  }

  private static void refuseUnit(String code) {
    throw new IllegalArgumentException("there is no unit " + code);
  }

  /** What goes where between two snapshots, as far as the viewer may know. */
  public Changes changes(PlanComparison comparison, Viewer viewer) {
    boolean insider = viewer.may(Right.DUTY_READ);
    return Changes.of(comparison, insider ? attributions : List.of());
  }

  private static String ending(String name) {
    return name.substring(name.indexOf('.'));
  }
}
