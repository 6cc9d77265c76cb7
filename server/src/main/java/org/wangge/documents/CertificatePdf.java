package org.wangge.documents;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.documents.PdfPage.Ink;
import org.wangge.documents.PdfPage.Stroke;
import org.wangge.territory.InForce;
import org.wangge.territory.SelfCheck;

/** The certificate on one sheet of A4, to be put with the file. */
final class CertificatePdf {
  private static final double MM = 72 / 25.4;
  private static final double WIDTH = 210 * MM;
  private static final double HEIGHT = 297 * MM;
  private static final double EDGE = 62;
  private static final double INNER = WIDTH - 2 * EDGE;
  private static final Color INK = new Color(0x202020);
  private static final Color GREY = new Color(0x5A5A5A);
  private static final Color RED = new Color(0xB03A2E);
  private static final Color GREEN = new Color(0x1E7A45);

  private final Certificate certificate;
  private final Map<String, Object> signature;
  private final PdfPage page;
  private double y = HEIGHT - 104;

  private CertificatePdf(Certificate certificate, Map<String, Object> signature, PdfPage page) {
    this.certificate = certificate;
    this.signature = signature;
    this.page = page;
  }

  static byte[] make(Certificate certificate, SigningKey key) {
    Map<String, Object> signature = certificate.signed(key).signature();
    try (PdfBook book = new PdfBook("网格无缝覆盖证书")) {
      new CertificatePdf(certificate, signature, book.page(WIDTH, HEIGHT)).draw();
      return book.bytes();
    }
  }

  private void draw() {
    frame();
    page.centred("网格无缝覆盖证书", WIDTH / 2, y, Ink.of(26).asBold().in(INK));
    y -= 30;
    InForce inForce = certificate.inForce();
    String label = inForce.settings().label();
    page.centred(
        inForce.settings().name() + "　第" + inForce.publication().number() + "版",
        WIDTH / 2,
        y,
        Ink.of(14).in(INK));
    if (!label.isEmpty()) {
      page.rightAligned("【" + label + "】", WIDTH - EDGE, y, Ink.of(11).asBold().in(RED));
    }
    y -= 30;
    paragraph(statement());
    y -= 8;
    rules();
    y -= 10;
    hashes();
    verdict();
  }

  private void frame() {
    page.strokeBox(34, 34, WIDTH - 68, HEIGHT - 68, new Stroke(2.2, new Color(0x8C6D31)));
    page.strokeBox(40, 40, WIDTH - 80, HEIGHT - 80, new Stroke(0.6, new Color(0x8C6D31)));
  }

  private String statement() {
    InForce inForce = certificate.inForce();
    return "　　经逐项核验，%s网格方案第%d版（自%s起生效）由 %s 个街区组成 %s 个网格，分属 %s 个村社区、%s 个镇街。全部街区面积之和与责任范围面积以平方毫米计完全相等，网格之间、网格与责任范围之间的空隙与重叠如下表所列。"
        .formatted(
            inForce.settings().name(),
            inForce.publication().number(),
            Words.date(inForce.publication().effective()),
            Words.count(inForce.fabric().faceCount()),
            Words.count(inForce.grids().size()),
            inForce.tree().communities().size(),
            inForce.tree().townships().size());
  }

  private void paragraph(String text) {
    for (String line : page.book().wrap(text, 11, INNER)) {
      page.text(line, EDGE, y, Ink.of(11).in(INK));
      y -= 19;
    }
  }

  private void rules() {
    row("核验事项", "应为", "实为", "", Ink.of(9.5).asBold());
    line("街区面积之和＝责任范围面积（半平方毫米）", certificate.domain(), certificate.blocks());
    Euler euler = certificate.euler();
    line(
        "欧拉公式 节点−弧段＋环＝2×连通片（%d−%d＋%d）".formatted(euler.nodes(), euler.arcs(), euler.cycles()),
        2L * euler.components(),
        (long) euler.nodes() - euler.arcs() + euler.cycles());
    for (SelfCheck.Line line : certificate.check().lines()) {
      line(line.label(), line.expected(), line.found());
    }
    int exceptions = certificate.inForce().inPieces().size();
    row("经记录的分片网格", "", exceptions + " 个", "", Ink.of(9.5));
    String share = Words.percent(certificate.inForce().measures().onGroundShare());
    row("街巷定界率", "", share, "", Ink.of(9.5));
    page.line(EDGE, y + 12, WIDTH - EDGE, y + 12, new Stroke(0.6, GREY));
  }

  private void line(String label, long expected, long found) {
    boolean holds = expected == found;
    Ink ink = Ink.of(9.5);
    row(label, Words.count(expected), Words.count(found), holds ? "✓" : "×", ink);
  }

  private void row(String label, String expected, String found, String mark, Ink ink) {
    page.line(EDGE, y + 12, WIDTH - EDGE, y + 12, new Stroke(0.4, GREY));
    page.text(label, EDGE + 4, y, ink.in(INK));
    page.rightAligned(expected, WIDTH - EDGE - 132, y, ink.in(INK));
    page.rightAligned(found, WIDTH - EDGE - 30, y, ink.in(INK));
    page.rightAligned(mark, WIDTH - EDGE - 8, y, ink.asBold().in(mark.equals("×") ? RED : GREEN));
    y -= 17;
  }

  private void hashes() {
    InForce inForce = certificate.inForce();
    List<String[]> lines = new ArrayList<>();
    lines.add(new String[] {"发布版哈希", inForce.publication().hash()});
    lines.add(
        new String[] {
          "上一版哈希", certificate.previousHash().isEmpty() ? "（首版）" : certificate.previousHash()
        });
    lines.add(new String[] {"街区底图哈希", inForce.fabric().hash()});
    lines.add(new String[] {"方案哈希", inForce.plan().hash()});
    lines.add(new String[] {"网格几何哈希", certificate.gridsHash()});
    lines.add(new String[] {"签名公钥编号", signature.get("keyId") + "（Ed25519）"});
    lines.add(new String[] {"签名", String.valueOf(signature.get("value"))});
    for (String[] line : lines) {
      page.text(line[0], EDGE + 4, y, Ink.of(8.5).in(GREY));
      for (String part : page.book().wrap(line[1], 8, INNER - 84)) {
        page.text(part, EDGE + 80, y, Ink.of(8).in(INK));
        y -= 13;
      }
    }
  }

  private void verdict() {
    boolean holds = certificate.holds();
    page.centred(
        holds ? "结论：无缝覆盖，各项规则成立" : "结论：有规则不成立，不能证明无缝覆盖",
        WIDTH / 2,
        112,
        Ink.of(16).asBold().in(holds ? GREEN : RED));
    page.centred(
        "发布记录时间 " + certificate.inForce().publication().recorded(),
        WIDTH / 2,
        88,
        Ink.of(9).in(GREY));
    page.centred(
        "复核：wangge verify certificate.json grids.geojson，仅用公开几何运算，不依赖本系统",
        WIDTH / 2,
        72,
        Ink.of(9).in(GREY));
  }
}
