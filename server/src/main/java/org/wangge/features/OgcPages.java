package org.wangge.features;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.web.Form;
import org.wangge.web.Html;

/**
 * The HTML form of every document: plain, readable without a script; the map on top of items is one
 * more thing.
 */
final class OgcPages {
  private static final String LEAFLET = "/webjars/leaflet/1.9.4/dist/leaflet.css";

  private OgcPages() {}

  static byte[] landing(String base, List<Map<String, String>> links) {
    Html html = begin("网格数据服务 Wangge data", base);
    html.element("p", "治理网格数据，OGC API – Features。 Governance grids as OGC API – Features.");
    return linkList(html, links).bytes();
  }

  static byte[] conformance(String base) {
    Html html = begin("符合性 Conformance", base).open("ul");
    Conformance.CLASSES.forEach(uri -> html.open("li").link(uri, uri).close());
    return html.bytes();
  }

  static byte[] collections(List<FeatureSource> sources, String base) {
    Html html = begin("数据集 Collections", base).open("table");
    html.open("tr").element("th", "数据集").element("th", "说明").element("th", "").close();
    for (FeatureSource source : sources) {
      Description description = source.description();
      String path = Links.root(base) + Links.collection(description.id());
      html.open("tr")
          .open("td")
          .link(path + "?f=html", CollectionDocument.title(description))
          .close();
      html.element("td", description.description())
          .open("td")
          .link(path + "/items?f=html", "浏览 Browse")
          .close()
          .close();
    }
    return html.bytes();
  }

  static byte[] collection(Description description, String base, Map<String, Object> document) {
    Html html =
        begin(CollectionDocument.title(description), base).element("p", description.description());
    html.open("p")
        .link(Links.root(base) + Links.items(description.id()) + "?f=html", "浏览要素 Browse the items")
        .close();
    properties(html, description);
    html.element("h2", "坐标系 CRS").open("ul");
    ((List<?>) document.getOrDefault("crs", List.of()))
        .forEach(uri -> html.element("li", String.valueOf(uri)));
    return html.close().bytes();
  }

  static byte[] schema(String title, Description description, String base) {
    return properties(begin(title + " " + CollectionDocument.title(description), base), description)
        .bytes();
  }

  private static Html properties(Html html, Description description) {
    html.element("h2", "属性 Properties").open("table");
    for (Property property : description.properties()) {
      html.open("tr")
          .open("td")
          .element("code", property.name())
          .close()
          .element("td", property.title());
      html.element("td", property.type().name())
          .element("td", property.queryable() ? "可查询 queryable" : "")
          .close();
    }
    return html.close();
  }

  static byte[] items(ItemsAnswer answer, Stream<Item> items) {
    Description description = answer.source().description();
    String root = Links.root(answer.base());
    Html html = begin(CollectionDocument.title(description), answer.base());
    html.element("p", answer.matched() + " 项，本页 " + answer.returned() + " 项", "class", "soft");
    map(html, root + answer.pageAt(answer.request().query().offset(), Form.GEOJSON));
    paging(html, answer, root);
    html.open("div", "class", "scroll").open("table").open("tr").element("th", "id");
    description
        .properties()
        .forEach(property -> html.element("th", property.title(), "title", property.name()));
    html.close();
    items.forEach(item -> row(html, description, item, root));
    return html.close().close().bytes();
  }

  private static void row(Html html, Description description, Item item, String root) {
    html.open("tr")
        .open("td")
        .link(root + Links.item(description.id(), item.id()) + "?f=html", item.id())
        .close();
    description
        .properties()
        .forEach(property -> html.element("td", text(item.properties().get(property.name()))));
    html.close();
  }

  private static void paging(Html html, ItemsAnswer answer, String root) {
    html.open("p");
    if (answer.hasPrevious()) {
      html.link(root + answer.pageAt(answer.previousOffset(), Form.HTML), "‹ 上一页").text(" ");
    }
    if (answer.hasNext()) {
      html.link(root + answer.pageAt(answer.nextOffset(), Form.HTML), "下一页 ›");
    }
    html.close();
  }

  static byte[] item(ItemAnswer answer) {
    Description description = answer.description();
    Item item = answer.item();
    String root = Links.root(answer.base());
    Html html = begin(CollectionDocument.title(description) + " " + item.id(), answer.base());
    map(
        html,
        root
            + Links.item(description.id(), item.id())
            + Links.query(Links.with(answer.request().given(), "f", "json")));
    html.open("table");
    for (Property property : description.properties()) {
      html.open("tr").element("th", property.title(), "title", property.name());
      html.element("td", text(item.properties().get(property.name()))).close();
    }
    html.close().open("p").link(root + Links.items(description.id()) + "?f=html", "全部 All").close();
    return html.bytes();
  }

  static byte[] api(OpenApi openApi, String base, String version) {
    Html html = begin("接口 API", base);
    html.open("p")
        .link(Links.root(base) + "/api?f=json", "OpenAPI 3.0 (JSON)")
        .close()
        .open("table");
    Map<?, ?> paths = (Map<?, ?>) openApi.document(base, version).getOrDefault("paths", Map.of());
    paths
        .keySet()
        .forEach(
            path ->
                html.open("tr")
                    .element("td", "GET")
                    .open("td")
                    .element("code", Links.root(base) + path)
                    .close()
                    .close());
    return html.bytes();
  }

  private static void map(Html html, String items) {
    html.empty("div", "class", "map", "id", "map", "data-items", items);
  }

  private static Html linkList(Html html, List<Map<String, String>> links) {
    html.open("ul");
    links.forEach(
        link ->
            html.open("li")
                .link(link.getOrDefault("href", ""), link.getOrDefault("title", ""))
                .text(" ")
                .element("code", link.getOrDefault("type", ""))
                .close());
    return html.close();
  }

  private static Html begin(String title, String base) {
    Html html = Html.page(title, base + LEAFLET, base + "/assets/plain.css");
    html.empty("script", "type", "module", "src", base + "/assets/items-map.js")
        .open("main")
        .open("nav");
    html.link(base + "/", "地图 Map")
        .text(" · ")
        .link(Links.root(base) + "?f=html", "数据服务 Data")
        .text(" · ");
    html.link(Links.root(base) + "/collections?f=html", "数据集 Collections").close();
    return html.element("h1", title);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
