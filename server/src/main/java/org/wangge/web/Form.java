package org.wangge.web;

import java.util.List;

/**
 * One representation a path can answer with.
 *
 * @param name the value of the query parameter {@code f} that asks for it
 * @param mediaType what is answered in Content-Type
 * @param title for links
 * @param aliases other media types in Accept that are served with it
 */
public record Form(String name, String mediaType, String title, List<String> aliases) {
  public static final Form JSON =
      new Form(
          "json",
          "application/json",
          "JSON",
          List.of("text/json", "application/javascript", "text/javascript"));
  public static final Form GEOJSON =
      new Form(
          "geojson",
          "application/geo+json",
          "GeoJSON",
          List.of(
              "application/json",
              "application/vnd.geo+json",
              "text/json",
              "application/javascript",
              "text/javascript"));
  public static final Form HTML =
      new Form("html", "text/html", "HTML", List.of("application/xhtml+xml"));

  public Form {
    aliases = List.copyOf(aliases);
  }

  boolean answers(String type) {
    String bare = mediaType.split(";", 2)[0];
    return type.equals("*/*")
        || type.equals(bare)
        || aliases.contains(type)
        || type.endsWith("/*") && bare.startsWith(type.substring(0, type.length() - 1));
  }
}
