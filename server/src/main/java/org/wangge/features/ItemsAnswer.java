package org.wangge.features;

import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.web.Form;
import org.wangge.web.GeoJsonWriter;
import org.wangge.web.JsonBytes;

/**
 * One page of a collection, ready to be written.
 *
 * @param source whose items
 * @param request what was asked
 * @param matched how many items match in all
 * @param base what links begin with
 */
record ItemsAnswer(FeatureSource source, ItemsRequest request, long matched, String base) {
  static final List<Form> FORMS = List.of(Form.GEOJSON, Form.HTML);

  /** How many items this page has. */
  long returned() {
    FeatureQuery query = request.query();
    return Math.max(0, Math.min(query.limit(), matched - query.offset()));
  }

  boolean hasNext() {
    return request.query().offset() + returned() < matched;
  }

  boolean hasPrevious() {
    return request.query().offset() > 0;
  }

  String id() {
    return source.description().id();
  }

  /** The address of this page, relative to the root, in a form. */
  String pageAt(long offset, Form form) {
    Map<String, String> parameters =
        Links.with(request.given(), "limit", Integer.toString(request.query().limit()));
    return Links.items(id())
        + Links.query(
            Links.with(
                Links.with(parameters, "offset", Long.toString(offset)),
                "f",
                form.name().equals("geojson") ? "json" : form.name()));
  }

  long nextOffset() {
    return request.query().offset() + returned();
  }

  long previousOffset() {
    return Math.max(0, request.query().offset() - (long) request.query().limit());
  }

  List<Map<String, String>> links(Form chosen) {
    Links links = Links.below(base);
    long here = request.query().offset();
    links.add("self", chosen.mediaType(), chosen.title(), pageAt(here, chosen));
    FORMS.stream()
        .filter(form -> form != chosen)
        .forEach(
            form -> links.add("alternate", form.mediaType(), form.title(), pageAt(here, form)));
    if (hasNext()) {
      links.add("next", chosen.mediaType(), "Next page", pageAt(nextOffset(), chosen));
    }
    if (hasPrevious()) {
      links.add("prev", chosen.mediaType(), "Previous page", pageAt(previousOffset(), chosen));
    }
    return links
        .add(
            "collection",
            "application/json",
            CollectionDocument.title(source.description()),
            Links.collection(id()))
        .list();
  }

  /** Streams the page as a GeoJSON feature collection. */
  void write(OutputStream out, Stream<Item> items, Clock clock) {
    JsonBytes json = new JsonBytes(out);
    GeoJsonWriter features = new GeoJsonWriter(json, request.crs().form());
    json.beginObject().name("type").text("FeatureCollection");
    json.name("numberMatched").number(matched).name("numberReturned").number(returned());
    json.name("timeStamp").text(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    json.name("links").value(links(Form.GEOJSON)).name("features").beginArray();
    items.forEach(features::feature);
    json.endArray().endObject().flush();
  }
}
