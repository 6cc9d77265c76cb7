package org.wangge.features;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.policy.RouteTable;
import org.wangge.policy.Viewer;
import org.wangge.web.BaseUrl;
import org.wangge.web.Entity;
import org.wangge.web.Form;
import org.wangge.web.JsonOut;
import org.wangge.web.Negotiation;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.SecurityPolicy;
import org.wangge.web.Visitor;

/**
 * {@code /ogc}: OGC API – Features over the {@link Catalogue}, for reading. Every answer carries an
 * entity tag made of the version of the data and of what was asked, so that nothing is read for a
 * 304.
 */
public final class OgcRoutes implements Routes {
  private static final String HTML_TYPE = "text/html; charset=utf-8";
  private static final String JSON_TYPE = "application/json";
  private static final List<Form> DOCUMENT = List.of(Form.JSON, Form.HTML);

  private final Catalogue catalogue;
  private final ItemsRequest.Rules rules;
  private final String version;
  private final Clock clock;
  private final OpenApi openApi;
  private final FeatureCounts counts = new FeatureCounts();
  private final String pagePolicy = new SecurityPolicy(List.of()).of("");

  /**
   * @param zone tells the time zone in which a plain date in {@code datetime} is a day
   * @param version of this server
   */
  public OgcRoutes(
      Catalogue catalogue, CrsCatalog crs, Supplier<ZoneId> zone, String version, Clock clock) {
    this.catalogue = catalogue;
    this.rules = new ItemsRequest.Rules(crs, zone);
    this.version = version;
    this.clock = clock;
    this.openApi = new OpenApi(catalogue, crs);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/ogc", this::landing);
    routes.get("/ogc/conformance", this::conformance);
    routes.get("/ogc/api", this::api);
    routes.get("/ogc/collections", this::collections);
    routes.get("/ogc/collections/{collection}", this::collection);
    routes.get("/ogc/collections/{collection}/queryables", this::queryables);
    routes.get("/ogc/collections/{collection}/schema", this::schema);
    routes.get("/ogc/collections/{collection}/items", this::items);
    routes.get("/ogc/collections/{collection}/items/{item}", this::item);
  }

  private void landing(Context context) {
    List<Map<String, String>> links = landingLinks(context);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", "网格 Wangge");
    document.put(
        "description", "治理网格数据，OGC API – Features。 Governance grids as OGC API – Features.");
    document.put("links", links);
    send(context, Form.JSON, document, () -> OgcPages.landing(BaseUrl.of(context), links));
  }

  private static List<Map<String, String>> landingLinks(Context context) {
    return Links.below(BaseUrl.of(context))
        .add("self", JSON_TYPE, "This document", "?f=json")
        .add("alternate", "text/html", "This document as HTML", "?f=html")
        .add("service-desc", Links.OPENAPI_TYPE, "OpenAPI 3.0", "/api?f=json")
        .add("service-doc", "text/html", "API in words", "/api?f=html")
        .add("conformance", JSON_TYPE, "Conformance classes", "/conformance?f=json")
        .add("data", JSON_TYPE, "Collections", "/collections?f=json")
        .list();
  }

  private void conformance(Context context) {
    send(
        context,
        Form.JSON,
        Map.of("conformsTo", Conformance.CLASSES),
        () -> OgcPages.conformance(BaseUrl.of(context)));
  }

  private void api(Context context) {
    String base = BaseUrl.of(context);
    send(
        context,
        Links.OPENAPI,
        openApi.document(base, version),
        () -> OgcPages.api(openApi, base, version));
  }

  private void collections(Context context) {
    String base = BaseUrl.of(context);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "links",
        Links.below(base)
            .add("self", JSON_TYPE, "Collections", "/collections?f=json")
            .add("alternate", "text/html", "Collections", "/collections?f=html")
            .list());
    document.put(
        "collections",
        readable(context).stream()
            .map(source -> CollectionDocument.of(source, rules.crs(), base))
            .toList());
    document.put("crs", rules.crs().list().stream().map(ServedCrs::uri).toList());
    send(context, Form.JSON, document, () -> OgcPages.collections(readable(context), base));
  }

  /** The collections whose items this visitor may read. */
  private List<FeatureSource> readable(Context context) {
    Viewer viewer = Visitor.of(context);
    return catalogue.list().stream()
        .filter(
            source ->
                RouteTable.findCollectionRight(source.description().id())
                        .filter(viewer::may)
                        .isPresent()
                    || viewer.kind() == Viewer.Kind.LOCAL)
        .toList();
  }

  private void collection(Context context) {
    FeatureSource source = source(context);
    String base = BaseUrl.of(context);
    Map<String, Object> document = CollectionDocument.of(source, rules.crs(), base);
    send(
        context,
        Form.JSON,
        document,
        () -> OgcPages.collection(source.description(), base, document));
  }

  private void queryables(Context context) {
    FeatureSource source = source(context);
    send(
        context,
        Links.SCHEMA,
        SchemaDocument.queryables(source.description(), address(context)),
        () -> OgcPages.schema("可查询项 Queryables", source.description(), BaseUrl.of(context)));
  }

  private void schema(Context context) {
    FeatureSource source = source(context);
    send(
        context,
        Links.SCHEMA,
        SchemaDocument.schema(source.description(), address(context)),
        () -> OgcPages.schema("结构 Schema", source.description(), BaseUrl.of(context)));
  }

  /** The address of this document without its query. */
  private static String address(Context context) {
    return BaseUrl.of(context) + context.path();
  }

  private void items(Context context) throws IOException {
    FeatureSource source = source(context);
    ItemsRequest request =
        ItemsRequest.ofItems(
            context.queryParamMap(), source.description(), rules, Visitor.of(context));
    Form form = Negotiation.choose(context, ItemsAnswer.FORMS);
    String data = source.version();
    contentCrs(context, request);
    if (isNotModified(context, data, form)) {
      return;
    }
    ItemsAnswer answer =
        new ItemsAnswer(
            source, request, counts.count(source, data, request.query()), BaseUrl.of(context));
    try (Stream<Item> items = source.list(request.query())) {
      if (form == Form.HTML) {
        page(context, OgcPages.items(answer, items));
      } else {
        context.contentType(form.mediaType());
        answer.write(context.outputStream(), items, clock);
      }
    }
  }

  private void item(Context context) throws IOException {
    FeatureSource source = source(context);
    ItemsRequest request =
        ItemsRequest.ofItem(
            context.queryParamMap(), source.description(), rules, Visitor.of(context));
    Form form = Negotiation.choose(context, ItemsAnswer.FORMS);
    String id = context.pathParam("item");
    Item item =
        source
            .find(id, request.query())
            .orElseThrow(
                () -> Problem.notFound("item of " + source.description().id(), id).raise());
    contentCrs(context, request);
    if (isNotModified(context, source.version(), form)) {
      return;
    }
    ItemAnswer answer = new ItemAnswer(source.description(), item, request, BaseUrl.of(context));
    if (form == Form.HTML) {
      page(context, OgcPages.item(answer));
    } else {
      context.contentType(form.mediaType());
      answer.write(context.outputStream());
    }
  }

  private FeatureSource source(Context context) {
    String id = context.pathParam("collection");
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                Problem.notFound("collection", id)
                    .withRemedy("The collections are listed at /ogc/collections.")
                    .raise());
  }

  private static void contentCrs(Context context, ItemsRequest request) {
    context.header("Content-Crs", "<" + request.crs().uri() + ">");
  }

  private static boolean isNotModified(Context context, String data, Form form) {
    String query = context.queryString();
    String tag =
        Entity.tag(
            data,
            BaseUrl.of(context),
            context.path(),
            query == null ? "" : query,
            form.name(),
            Visitor.of(context).key());
    return Entity.isNotModified(context, tag, Entity.REVALIDATE);
  }

  /** A document in the form asked for. */
  private void send(Context context, Form json, Object document, Supplier<byte[]> page) {
    Query.of(context, "f");
    if (Negotiation.choose(context, json == Form.JSON ? DOCUMENT : List.of(json, Form.HTML))
        == Form.HTML) {
      page(context, page.get());
    } else {
      Entity.of(JsonOut.bytes(document), json.mediaType()).send(context);
    }
  }

  private void page(Context context, byte[] html) {
    context.header("Content-Security-Policy", pagePolicy);
    context.contentType(HTML_TYPE).result(html);
  }
}
