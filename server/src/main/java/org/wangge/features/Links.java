package org.wangge.features;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.web.Form;

/** Links of a document, and the addresses they lead to. */
final class Links {
  static final String OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";
  static final String SCHEMA_TYPE = "application/schema+json";
  static final Form OPENAPI =
      new Form(
          "json",
          OPENAPI_TYPE,
          "OpenAPI 3.0",
          List.of("application/json", "application/openapi+json"));
  static final Form SCHEMA =
      new Form("json", SCHEMA_TYPE, "JSON Schema", List.of("application/json"));

  private final String root;
  private final List<Map<String, String>> links = new ArrayList<>();

  private Links(String root) {
    this.root = root;
  }

  /**
   * @param base what the server's addresses begin with
   */
  static Links below(String base) {
    return new Links(root(base));
  }

  static String root(String base) {
    return base + "/ogc";
  }

  Links add(String rel, String type, String title, String path) {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("href", root + path);
    link.put("rel", rel);
    link.put("type", type);
    link.put("title", title);
    links.add(link);
    return this;
  }

  /** The link to itself and one to each other representation. */
  Links representations(
      String path, Map<String, String> parameters, Form chosen, List<Form> forms) {
    add(
        "self",
        chosen.mediaType(),
        chosen.title(),
        path + query(with(parameters, "f", chosen.name())));
    forms.stream()
        .filter(form -> form != chosen)
        .forEach(
            form ->
                add(
                    "alternate",
                    form.mediaType(),
                    form.title(),
                    path + query(with(parameters, "f", form.name()))));
    return this;
  }

  List<Map<String, String>> list() {
    return links;
  }

  static Map<String, String> with(Map<String, String> parameters, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return more;
  }

  /**
   * {@code ?k=v&k=v}, or nothing; never an empty part (the conformance suite splits at every {@code
   * &}).
   */
  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** For a query value or a path segment: a space is %20, a comma and a colon stay as they are. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ",")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }

  static String segment(String text) {
    return encode(text).replace("/", "%2F");
  }

  static String collection(String id) {
    return "/collections/" + id;
  }

  static String items(String id) {
    return collection(id) + "/items";
  }

  static String item(String id, String featureId) {
    return items(id) + "/" + segment(featureId);
  }
}
