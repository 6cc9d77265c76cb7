package org.wangge.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.db.Where;
import org.wangge.intake.Site;
import org.wangge.intake.Sites;
import org.wangge.policy.Redaction;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.territory.Grid;
import org.wangge.territory.Sight;
import org.wangge.territory.Territory;

/**
 * The collection {@code cases}: unrestricted cases by id; {@code datetime} asks for the time of
 * report.
 */
final class CaseSource implements FeatureSource {
  private static final Description DESCRIPTION =
      new Description(
          "cases",
          "案件",
          "Cases",
          "上报的案件(不含线索举报);datetime 按上报时间筛选。",
          Description.GeometryKind.POINT,
          true,
          List.of(
              Property.queryable("code", "编号", Property.Type.STRING),
              Property.queryable("category", "小类代码", Property.Type.STRING),
              Property.of("categoryLabel", "小类", Property.Type.STRING),
              Property.queryable("group", "大类代码", Property.Type.STRING),
              Property.of("groupLabel", "大类", Property.Type.STRING),
              Property.personal("title", "标题"),
              Property.personal("description", "说明"),
              Property.oneOf("channel", "来源", Channel.labels()),
              Property.oneOf("status", "状态", Status.labels()),
              Property.of("reportedAt", "上报时间", Property.Type.DATE_TIME),
              Property.of("dueAt", "办结时限", Property.Type.DATE_TIME),
              Property.of("closedAt", "结案时间", Property.Type.DATE_TIME),
              Property.of("onTime", "按期", Property.Type.BOOLEAN),
              Property.queryable("grid", "网格代码", Property.Type.STRING),
              Property.of("gridName", "网格", Property.Type.STRING)));

  private final CaseStore store;
  private final CaseBook book;
  private final Territory territory;

  CaseSource(CaseStore store, CaseBook book, Territory territory) {
    this.store = store;
    this.book = book;
    this.territory = territory;
  }

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Extent extent() {
    CaseStore.Fingerprint now = book.current().fingerprint();
    return new Extent(now.box(), now.earliest(), now.latest());
  }

  @Override
  public String version() {
    return book.current().version();
  }

  @Override
  public long count(FeatureQuery query) {
    return store.count(where(query));
  }

  @Override
  public Stream<Item> list(FeatureQuery query) {
    Sight sight = sight(query.viewer());
    return store.list(where(query), query.limit(), query.offset()).stream()
        .map(each -> item(each, sight));
  }

  @Override
  public Optional<Item> find(String id, FeatureQuery query) {
    Sight sight = sight(query.viewer());
    return find(id).filter(each -> sight.shows(zone(each))).map(each -> item(each, sight));
  }

  /** What a viewer sees of cases. */
  Sight sight(Viewer viewer) {
    return Sight.of(territory, viewer, Right.CASE_READ, Right.CASE_READ_PERSONAL);
  }

  /** The grid a case lies in now, −1 outside. */
  int zone(Case each) {
    Site site = each.site();
    return territory
        .findInForce()
        .map(now -> Sites.of(now).zone(site.fabric(), site.face(), site.lon(), site.lat()))
        .orElse(-1);
  }

  Optional<Case> find(String id) {
    boolean number = id.matches("\\d{1,18}");
    return number ? store.find(Long.parseLong(id)) : Optional.empty();
  }

  private Where where(FeatureQuery query) {
    CaseConditions conditions =
        new CaseConditions().inBoxes(query.boxes()).in(sight(query.viewer()));
    query.begin().ifPresent(conditions::from);
    query.end().ifPresent(conditions::to);
    query.filters().forEach((name, value) -> filter(conditions, name, value));
    return conditions.where();
  }

  private void filter(CaseConditions conditions, String name, String value) {
    if (name.equals("grid")) {
      conditions.onBlocks(facesOf(value));
    } else {
      conditions.equal(name, value);
    }
  }

  /** The blocks of a grid; none when there is no such grid. */
  int[] facesOf(String gridCode) {
    return territory
        .findInForce()
        .flatMap(
            now ->
                now.findGrid(gridCode)
                    .map(grid -> territory.boundFaces(now, now.plan().faces(grid.zone()))))
        .orElse(new int[0]);
  }

  Item item(Case each, Sight sight) {
    return new Item(Long.toString(each.id()), each.site().shape(), properties(each, sight));
  }

  /** Numbers that tell persons are hidden in the texts of cases of other grids. */
  Map<String, @Nullable Object> properties(Case each, Sight sight) {
    boolean open = sight.showsPersonal(zone(each));
    Category category = each.category();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("code", each.code());
    properties.put("category", category.code());
    properties.put("categoryLabel", category.label());
    properties.put("group", category.group());
    properties.put("groupLabel", Categories.standard().groupLabel(category));
    properties.put("title", open ? each.title() : Redaction.text(each.title()));
    properties.put("description", open ? each.description() : Redaction.text(each.description()));
    properties.put("channel", each.channel().label());
    properties.put("status", each.status().label());
    properties.put("reportedAt", time(each.reportedAt()));
    properties.put("dueAt", time(each.dueAt()));
    properties.put("closedAt", time(each.closedAt()));
    properties.put("onTime", each.findOnTime().orElse(null));
    putGrid(properties, each);
    return properties;
  }

  private void putGrid(Map<String, @Nullable Object> properties, Case each) {
    Optional<Grid> grid = territory.findInForce().map(now -> Sites.of(now).grid(each.site()));
    properties.put("grid", grid.map(Grid::code).orElse(null));
    properties.put("gridName", grid.map(Grid::name).orElse(null));
  }

  private @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(territory.zone()).toOffsetDateTime();
  }
}
