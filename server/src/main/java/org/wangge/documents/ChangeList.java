package org.wangge.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.territory.InForce;
import org.wangge.territory.Publication;
import org.wangge.web.JsonOut;

/** The change list: in sentences to be read, and as JSON. */
final class ChangeList {
  private ChangeList() {}

  static byte[] text(Subject subject) {
    List<String> lines = new ArrayList<>();
    lines.add(subject.after().settings().name() + "网格调整清单（" + subject.editionLine() + "）");
    if (!subject.label().isEmpty()) {
      lines.add(subject.label());
    }
    lines.add("");
    List<String> sentences = subject.changes().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      lines.add((i + 1) + ". " + sentences.get(i) + "。");
    }
    if (!subject.changes().summary().isEmpty()) {
      lines.add("");
      lines.add(subject.changes().summary() + "。");
    }
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] json(Subject subject) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("from", publication(subject.before()));
    members.put("to", publication(subject.after()));
    members.put("draft", subject.options().draft());
    members.putAll(subject.changes().members());
    members.put("label", subject.label());
    return JsonOut.bytes(members);
  }

  private static Map<String, Object> publication(InForce inForce) {
    Publication publication = inForce.publication();
    return Map.of("number", publication.number(), "effective", publication.effective());
  }
}
