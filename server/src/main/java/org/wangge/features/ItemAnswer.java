package org.wangge.features;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Item;
import org.wangge.web.Form;
import org.wangge.web.GeoJsonWriter;
import org.wangge.web.JsonBytes;

/** One item, ready to be written. */
record ItemAnswer(Description description, Item item, ItemsRequest request, String base) {

  List<Map<String, String>> links(Form chosen) {
    String path = Links.item(description.id(), item.id());
    Form json = new Form("json", Form.GEOJSON.mediaType(), Form.GEOJSON.title(), List.of());
    Form self = chosen == Form.HTML ? Form.HTML : json;
    return Links.below(base)
        .representations(path, request.given(), self, List.of(json, Form.HTML))
        .add(
            "collection",
            "application/json",
            CollectionDocument.title(description),
            Links.collection(description.id()))
        .list();
  }

  void write(OutputStream out) {
    JsonBytes json = new JsonBytes(out);
    new GeoJsonWriter(json, request.crs().form()).beginFeature(item);
    json.name("links").value(links(Form.GEOJSON)).endObject().flush();
  }
}
