package org.wangge.documents;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.documents.PdfPage.Ink;
import org.wangge.documents.PdfPage.Stroke;
import org.wangge.fabric.ArcClass;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.zoning.Level;

/**
 * The map to hang on a wall: A3 landscape, drawn in vectors, with title, legend, scale, north arrow
 * and names, and the 四至 of all grids on the pages after it.
 */
final class WallMap {
  private static final double MM = 72 / 25.4;
  private static final double WIDTH = 420 * MM;
  private static final double HEIGHT = 297 * MM;
  private static final double MARGIN = 30;
  private static final double TITLE = 62;
  private static final double SIDE = 168;
  private static final double MOSTLY = 0.5;
  private static final Color INK = new Color(0x202020);
  private static final Color GREY = new Color(0x606060);
  private static final Color MARK = new Color(0xC0392B);

  private final Subject subject;
  private final InForce inForce;
  private final PdfBook book;
  private double y;

  private WallMap(Subject subject, PdfBook book) {
    this.subject = subject;
    this.inForce = subject.after();
    this.book = book;
  }

  static byte[] make(Subject subject) {
    try (PdfBook book = new PdfBook(subject.placeName() + "网格图")) {
      WallMap map = new WallMap(subject, book);
      map.firstPage();
      map.table();
      map.pageNumbers();
      return book.bytes();
    }
  }

  private void firstPage() {
    PdfPage page = book.page(WIDTH, HEIGHT);
    title(page);
    double width = WIDTH - 2 * MARGIN - SIDE - 12;
    double height = HEIGHT - 2 * MARGIN - TITLE;
    MapFrame frame = MapFrame.around(ground(), MARGIN, MARGIN, width, height);
    new MapDrawing(subject, page, frame).draw();
    page.strokeBox(MARGIN, MARGIN, width, height, new Stroke(1.2, INK));
    side(page, MARGIN + width + 12, frame);
  }

  /** The whole ground; of a community that is mostly water its land. */
  private Envelope ground() {
    return (isMostlyWater() ? land() : whole()).getEnvelopeInternal();
  }

  private Geometry whole() {
    return subject
        .unit()
        .map(unit -> inForce.unitShape(unit.code()))
        .orElse(inForce.domainShape())
        .metric();
  }

  private Geometry land() {
    return subject.unit().map(new MapLand(inForce)::of).orElseGet(this::whole);
  }

  private boolean isMostlyWater() {
    double dry = land().getArea();
    return dry > 0 && dry < MOSTLY * whole().getArea();
  }

  private void title(PdfPage page) {
    double top = HEIGHT - MARGIN;
    page.centred(subject.placeName() + "网格图", WIDTH / 2, top - 28, Ink.of(28).asBold().in(INK));
    page.centred(subject.editionLine(), WIDTH / 2, top - 48, Ink.of(11).in(GREY));
    mark(page);
  }

  /** 示意数据, framed in red, where nobody can miss it. */
  private void mark(PdfPage page) {
    if (!subject.label().isEmpty()) {
      double width = book.width(subject.label(), 14) + 16;
      double left = WIDTH - MARGIN - width;
      page.strokeBox(left, HEIGHT - MARGIN - 30, width, 24, new Stroke(1.2, MARK));
      page.text(subject.label(), left + 8, HEIGHT - MARGIN - 23, Ink.of(14).asBold().in(MARK));
    }
  }

  private void side(PdfPage page, double left, MapFrame frame) {
    page.strokeBox(left, MARGIN, SIDE, HEIGHT - 2 * MARGIN - TITLE, new Stroke(1.2, INK));
    y = HEIGHT - MARGIN - TITLE - 16;
    north(page, left + SIDE / 2);
    scale(page, left, frame);
    heading(page, left, "图　例");
    legend(page, left + 14);
    heading(page, left, "概　况");
    figures(page, left + 14);
    parts(page, left + 14);
    source(page, left + 14);
  }

  private void north(PdfPage page, double x) {
    page.centred("北", x, y - 6, Ink.of(13).asBold());
    y -= 12;
    page.triangle(new double[] {x, y, x - 9, y - 36, x, y - 29}, INK);
    page.triangle(new double[] {x, y, x + 9, y - 36, x, y - 29}, new Color(0xB0B0B0));
    y -= 56;
  }

  private void scale(PdfPage page, double left, MapFrame frame) {
    page.centred(
        "1 : " + Words.count(Math.round(frame.denominator())),
        left + SIDE / 2,
        y,
        Ink.of(13).asBold());
    y -= 20;
    double metres = frame.roundMetres(SIDE - 50);
    double length = metres * frame.pointsPerMetre();
    double start = left + (SIDE - length) / 2;
    for (int i = 0; i < 4; i++) {
      page.fillBox(start + i * length / 4, y, length / 4, 4, i % 2 == 0 ? INK : Color.WHITE);
    }
    page.strokeBox(start, y, length, 4, new Stroke(0.6, INK));
    page.centred("0", start, y - 10, Ink.of(8));
    page.centred(metres(metres / 2), start + length / 2, y - 10, Ink.of(8));
    page.centred(metres(metres), start + length, y - 10, Ink.of(8));
    y -= 30;
  }

  private static String metres(double metres) {
    return metres >= 1000
        ? Words.decimal(metres / 1000, metres % 1000 == 0 ? 0 : 1) + "千米"
        : Words.count(Math.round(metres)) + "米";
  }

  private void heading(PdfPage page, double left, String text) {
    page.line(left, y + 6, left + SIDE, y + 6, new Stroke(0.6, INK));
    page.centred(text, left + SIDE / 2, y - 12, Ink.of(13).asBold());
    y -= 32;
  }

  private void legend(PdfPage page, double left) {
    for (Level level : new Level[] {Level.DISTRICT, Level.TOWNSHIP, Level.COMMUNITY, Level.GRID}) {
      Stroke stroke = MapDrawing.stroke(level, false);
      entry(page, left, level.label(), x -> page.line(x, y + 3, x + 34, y + 3, stroke));
    }
    street(page, left, "快速路、主干路", 3, MapDrawing.colour(ArcClass.ARTERIAL));
    street(page, left, "次干路、支路", 2, Color.WHITE);
    entry(
        page,
        left,
        "铁路",
        x -> {
          page.line(x, y + 3, x + 34, y + 3, new Stroke(1.6, MapDrawing.RAIL));
          page.line(x, y + 3, x + 34, y + 3, new Stroke(1, Color.WHITE, 4, 4));
        });
    entry(
        page,
        left,
        "河流",
        x -> page.line(x, y + 3, x + 34, y + 3, new Stroke(1.4, MapDrawing.RIVER)));
    entry(page, left, "水域", x -> page.fillBox(x, y - 2, 34, 10, MapDrawing.WATER));
    entry(
        page,
        left,
        "网格编码后三位",
        x -> page.centred("001", x + 17, y, Ink.of(8).in(MapDrawing.GRID.darker())));
    y -= 8;
  }

  private void street(PdfPage page, double left, String name, double width, Color color) {
    entry(
        page,
        left,
        name,
        x -> {
          page.line(x, y + 3, x + 34, y + 3, new Stroke(width + 1, MapDrawing.CASING));
          page.line(x, y + 3, x + 34, y + 3, new Stroke(width, color));
        });
  }

  /** Draws a sign whose left end is given. */
  private interface Sign {
    void drawAt(double x);
  }

  private void entry(PdfPage page, double left, String name, Sign sign) {
    sign.drawAt(left);
    page.text(name, left + 46, y, Ink.of(9.5));
    y -= 18;
  }

  private void figures(PdfPage page, double left) {
    List<Grid> grids = subject.grids();
    int households = grids.stream().mapToInt(g -> inForce.plan().households(g.zone())).sum();
    int people = grids.stream().mapToInt(g -> inForce.plan().people(g.zone())).sum();
    double hectares = grids.stream().mapToDouble(subject::hectares).sum();
    figure(page, left, "网格", Words.count(grids.size()) + " 个");
    figure(page, left, "户数", Words.count(households) + " 户");
    figure(page, left, "人口", Words.count(people) + " 人");
    figure(page, left, "面积", Words.decimal(hectares / 100, 2) + " 平方千米");
    if (subject.isWholeDistrict()) {
      figure(page, left, "街巷定界率", Words.percent(inForce.measures().onGroundShare()));
    }
    y -= 8;
  }

  private void figure(PdfPage page, double left, String name, String value) {
    page.text(name, left, y, Ink.of(9.5).in(GREY));
    page.rightAligned(value, left + SIDE - 28, y, Ink.of(9.5));
    y -= 16;
  }

  /** What the ground is made of: the units below, or the grids, as far as there is room. */
  private void parts(PdfPage page, double left) {
    List<List<String>> rows = MapParts.of(subject);
    double least = MARGIN + 64;
    double step = Math.min(14, (y - least) / (rows.size() + 1));
    if (step < 7.5) {
      return;
    }
    part(page, left, MapParts.head(subject), step, Ink.of(7.5).in(GREY));
    rows.forEach(row -> part(page, left, row, step, Ink.of(8)));
  }

  private void part(PdfPage page, double left, List<String> row, double step, Ink ink) {
    page.text(row.get(0), left, y, ink);
    page.rightAligned(row.get(1), left + SIDE - 74, y, ink);
    page.rightAligned(row.get(2), left + SIDE - 28, y, ink);
    y -= step;
  }

  /** At the foot of the side: what the map rests on. */
  private void source(PdfPage page, double left) {
    String hash = inForce.publication().hash();
    List<String> lines = new ArrayList<>();
    lines.add("坐标系 EPSG:" + inForce.settings().metricSrid());
    lines.add("四至表见后页");
    if (isMostlyWater()) {
      lines.add("水域未全部绘出");
    }
    lines.add(
        (subject.options().draft().isPresent() ? "方案校验码 " : "发布校验码 ")
            + hash.substring(0, Math.min(16, hash.length())));
    double at = MARGIN + 12 + 12 * (lines.size() - 1);
    for (String line : lines) {
      page.text(line, left, at, Ink.of(8).in(GREY));
      at -= 12;
    }
  }

  private void table() {
    List<PdfTable.Column> columns =
        List.of(
            new PdfTable.Column("编码", 96, false),
            new PdfTable.Column("名称", 126, false),
            new PdfTable.Column("社区", 96, false),
            new PdfTable.Column("镇街", 76, false),
            new PdfTable.Column("四至", 566, false),
            new PdfTable.Column("户数", 50, true),
            new PdfTable.Column("人口", 54, true),
            new PdfTable.Column("面积(公顷)", 66, true));
    new PdfTable(book, columns, 9)
        .layOut(
            subject.grids().stream().map(this::row).toList(), MARGIN, MARGIN + 16, this::tablePage);
  }

  private PdfTable.Sheet tablePage() {
    PdfPage page = book.page(WIDTH, HEIGHT);
    double top = HEIGHT - MARGIN;
    page.centred(subject.placeName() + "网格四至表", WIDTH / 2, top - 16, Ink.of(17).asBold());
    page.text(subject.editionLine(), MARGIN, top - 16, Ink.of(9).in(GREY));
    page.rightAligned(subject.label(), WIDTH - MARGIN, top - 16, Ink.of(11).asBold().in(MARK));
    return new PdfTable.Sheet(page, top - 30);
  }

  private List<String> row(Grid grid) {
    return List.of(
        grid.code(),
        grid.name(),
        inForce.communityOf(grid).name(),
        inForce.townshipOf(grid).name(),
        subject.boundary(grid).brief(),
        Words.count(inForce.plan().households(grid.zone())),
        Words.count(inForce.plan().people(grid.zone())),
        Words.decimal(subject.hectares(grid), 2));
  }

  private void pageNumbers() {
    List<PdfPage> pages = book.pages();
    for (int i = 1; i < pages.size(); i++) {
      String text = "第 " + (i + 1) + " 页，共 " + pages.size() + " 页";
      pages.get(i).centred(text, WIDTH / 2, MARGIN - 6, Ink.of(9).in(GREY));
    }
  }
}
