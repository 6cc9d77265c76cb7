package org.wangge.party;

import java.time.Instant;
import java.time.LocalDate;
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
import org.wangge.territory.InForce;
import org.wangge.territory.Sight;
import org.wangge.territory.Territory;

/**
 * The collection {@code party-assignments}, by id; {@code datetime} asks for what holds then. Names
 * are masked outside the units where the viewer may see them.
 */
final class PartySource implements FeatureSource {
  private static final Description DESCRIPTION =
      new Description(
          "party-assignments",
          "党员进楼栋",
          "Party members in buildings",
          "党员联系楼栋:进楼栋、亮身份、做承诺、当先锋;姓名已隐去。",
          Description.GeometryKind.POINT,
          true,
          List.of(
              Property.personal("member", "党员"),
              Property.queryable("branch", "党支部", Property.Type.STRING),
              Property.queryable("building", "楼栋", Property.Type.STRING),
              Property.of("buildingName", "楼栋名称", Property.Type.STRING),
              Property.queryable("step", "步骤(1-4)", Property.Type.INTEGER),
              Property.oneOf("stepLabel", "步骤", Step.labels()),
              Property.of("from", "进楼栋日期", Property.Type.DATE),
              Property.of("to", "结束日期", Property.Type.DATE),
              Property.of("displayedOn", "亮身份日期", Property.Type.DATE),
              Property.of("pledgedOn", "做承诺日期", Property.Type.DATE),
              Property.of("fulfilledOn", "当先锋日期", Property.Type.DATE),
              Property.personal("pledge", "承诺"),
              Property.queryable("grid", "网格代码", Property.Type.STRING)));

  private final PartyStore store;
  private final Territory territory;

  PartySource(PartyStore store, Territory territory) {
    this.store = store;
    this.territory = territory;
  }

  @Override
  public Description description() {
    return DESCRIPTION;
  }

  @Override
  public Extent extent() {
    PartyStore.Fingerprint now = store.fingerprint();
    return new Extent(now.box(), now.begin(), null);
  }

  @Override
  public String version() {
    return territory.findInForce().map(InForce::version).orElse("")
        + "/"
        + store.fingerprint().version();
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
    boolean number = id.matches("\\d{1,18}");
    Sight sight = sight(query.viewer());
    return (number ? store.find(Long.parseLong(id)) : Optional.<Assignment>empty())
        .filter(each -> sight.shows(zone(each.site())))
        .map(each -> item(each, sight));
  }

  private Sight sight(Viewer viewer) {
    return sight(territory, viewer);
  }

  /** What a viewer sees of members in buildings. */
  static Sight sight(Territory territory, Viewer viewer) {
    return Sight.of(territory, viewer, Right.PARTY_READ, Right.PARTY_READ_PERSONAL);
  }

  private int zone(Site site) {
    return territory
        .findInForce()
        .map(now -> Sites.of(now).zone(site.fabric(), site.face(), site.lon(), site.lat()))
        .orElse(-1);
  }

  private Where where(FeatureQuery query) {
    PartyConditions conditions =
        new PartyConditions().inBoxes(query.boxes()).in(sight(query.viewer()));
    query.begin().ifPresent(begin -> conditions.from(day(begin)));
    query.end().ifPresent(end -> conditions.to(day(end)));
    query.filters().forEach((name, value) -> filter(conditions, name, value));
    return conditions.where();
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, territory.zone());
  }

  /** A grid or step that does not exist matches nothing. */
  private void filter(PartyConditions conditions, String name, String value) {
    switch (name) {
      case "grid" -> conditions.onBlocks(facesOf(value));
      case "step", "stepLabel" -> conditions.reached(Step.find(value).map(Step::number).orElse(0));
      default -> conditions.equal(name, value);
    }
  }

  private int[] facesOf(String gridCode) {
    return territory
        .findInForce()
        .flatMap(
            now ->
                now.findGrid(gridCode)
                    .map(grid -> territory.boundFaces(now, now.plan().faces(grid.zone()))))
        .orElse(new int[0]);
  }

  private Item item(Assignment each, Sight sight) {
    return new Item(Long.toString(each.id()), each.site().shape(), properties(each, sight));
  }

  private Map<String, @Nullable Object> properties(Assignment each, Sight sight) {
    Optional<InForce> now = territory.findInForce();
    Map<String, @Nullable Object> properties =
        new LinkedHashMap<>(brief(each, sight.showsPersonal(zone(each.site()))));
    properties.put("building", each.building());
    properties.put("buildingName", now.map(it -> buildingName(it, each.building())).orElse(null));
    properties.put(
        "grid", now.map(it -> Sites.of(it).grid(each.site())).map(Grid::code).orElse(null));
    return properties;
  }

  private static String buildingName(InForce now, String id) {
    return now.buildings().findIndex(id).stream()
        .mapToObj(i -> now.buildings().get(i).name())
        .findFirst()
        .orElse("");
  }

  /**
   * What is said of an assignment where the building is known anyway.
   *
   * @param named whether the member's full name is shown
   */
  static Map<String, @Nullable Object> brief(Assignment each, boolean named) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("member", named ? each.member().name() : each.member().maskedName());
    properties.put("branch", each.member().branch());
    properties.put("step", each.step().number());
    properties.put("stepLabel", each.step().label());
    properties.put("from", each.from());
    properties.put("to", each.to());
    properties.put("displayedOn", each.displayedOn());
    properties.put("pledgedOn", each.pledgedOn());
    properties.put("fulfilledOn", each.fulfilledOn());
    properties.put("pledge", named ? each.pledge() : Redaction.text(each.pledge()));
    return properties;
  }
}
