package org.wangge.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Line;

/** The 四至 table as a workbook: a row a grid, ready to be printed on A3. */
final class BoundaryTable {
  private static final String FONT = "宋体";
  private static final int HEAD_ROW = 2;
  private static final int CHARACTER = 256;
  private static final float LINE_POINTS = 14;
  private static final int[] LEGAL_WIDTHS = {17, 22, 150};
  private static final double MARGIN_INCHES = 0.4;

  /** A column: its head, its width in characters, how its cells look, what stands in them. */
  private record Column(String head, int width, Look look, BiConsumer<Cell, Grid> value) {}

  private enum Look {
    TEXT,
    CODE,
    COUNT,
    HECTARES,
    SHARE
  }

  private final Subject subject;
  private final InForce inForce;
  private final XSSFWorkbook book = new XSSFWorkbook();
  private final List<Column> columns = new ArrayList<>();

  private BoundaryTable(Subject subject) {
    this.subject = subject;
    this.inForce = subject.after();
    addColumns();
  }

  static byte[] make(Subject subject) {
    BoundaryTable table = new BoundaryTable(subject);
    try (XSSFWorkbook book = table.book) {
      table.writeSheet();
      table.writeLegal();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  private void addColumns() {
    text("编码", 17, Look.CODE, Grid::code);
    text("名称", 20, Look.TEXT, Grid::name);
    text("类别", 10, Look.TEXT, Grid::kind);
    text("社区", 14, Look.TEXT, grid -> inForce.communityOf(grid).name());
    text("镇街", 12, Look.TEXT, grid -> inForce.townshipOf(grid).name());
    text("四至", 60, Look.TEXT, grid -> subject.boundary(grid).brief());
    number("户数", 8, Look.COUNT, grid -> inForce.plan().households(grid.zone()));
    number("人口", 8, Look.COUNT, grid -> inForce.plan().people(grid.zone()));
    number("楼栋", 7, Look.COUNT, grid -> inForce.buildings().countIn(grid.zone()));
    number("面积(公顷)", 11, Look.HECTARES, subject::hectares);
    number("沿街率", 8, Look.SHARE, grid -> inForce.measures().onGroundShare(grid.zone()));
    for (Line line : subject.lines()) {
      text(subject.role(line), 12, Look.TEXT, grid -> orOpen(subject.holder(grid, line)));
    }
  }

  private static String orOpen(String holder) {
    return holder.isEmpty() ? "（空缺）" : holder;
  }

  private void text(String head, int width, Look look, Function<Grid, String> of) {
    columns.add(new Column(head, width, look, (cell, grid) -> cell.setCellValue(of.apply(grid))));
  }

  private void number(String head, int width, Look look, Function<Grid, Number> of) {
    columns.add(
        new Column(
            head, width, look, (cell, grid) -> cell.setCellValue(of.apply(grid).doubleValue())));
  }

  private void writeSheet() {
    Sheet sheet = book.createSheet("四至表");
    title(sheet);
    head(sheet);
    List<CellStyle> looks = columns.stream().map(column -> style(column.look())).toList();
    int row = HEAD_ROW;
    for (Grid grid : subject.grids()) {
      row++;
      body(sheet.createRow(row), grid, looks);
    }
    sums(sheet, row + 1);
    layOut(sheet, row);
  }

  private void title(Sheet sheet) {
    Row first = sheet.createRow(0);
    first.setHeightInPoints(34);
    Cell title = first.createCell(0);
    title.setCellValue(subject.placeName() + "网格四至表");
    title.setCellStyle(big());
    Row second = sheet.createRow(1);
    second.setHeightInPoints(18);
    Cell line = second.createCell(0);
    line.setCellValue(subtitle());
    line.setCellStyle(small());
    int last = columns.size() - 1;
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
    sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
  }

  private String subtitle() {
    String label = subject.label().isEmpty() ? "" : "　　【" + subject.label() + "】";
    return subject.editionLine() + "　　共 " + subject.grids().size() + " 个网格" + label;
  }

  private void head(Sheet sheet) {
    Row row = sheet.createRow(HEAD_ROW);
    row.setHeightInPoints(24);
    CellStyle style = headStyle();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(columns.get(i).head());
      cell.setCellStyle(style);
    }
  }

  private void body(Row row, Grid grid, List<CellStyle> looks) {
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellStyle(looks.get(i));
      columns.get(i).value().accept(cell, grid);
    }
    row.setHeightInPoints(height(row));
  }

  /** High enough for the texts: programs do not all measure it themselves. */
  private float height(Row row) {
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).look() == Look.TEXT) {
        lines = Math.max(lines, lines(row.getCell(i).getStringCellValue(), columns.get(i).width()));
      }
    }
    return lines * LINE_POINTS + 5;
  }

  /** A Chinese character is as wide as two digits. */
  private static int lines(String text, int width) {
    int wide = text.codePoints().map(c -> c > 0x2E7F ? 2 : 1).sum();
    return (wide + width - 2) / (width - 1);
  }

  /** The second sheet: the border of every grid walked around, in words. */
  private void writeLegal() {
    Sheet sheet = book.createSheet("界线描述");
    Row head = sheet.createRow(0);
    CellStyle headStyle = headStyle();
    List<String> heads = List.of("编码", "名称", "界线描述");
    for (int i = 0; i < heads.size(); i++) {
      head.createCell(i).setCellValue(heads.get(i));
      head.getCell(i).setCellStyle(headStyle);
      sheet.setColumnWidth(i, LEGAL_WIDTHS[i] * CHARACTER);
    }
    CellStyle code = style(Look.CODE);
    CellStyle text = style(Look.TEXT);
    for (Grid grid : subject.grids()) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      List<String> cells = List.of(grid.code(), grid.name(), subject.boundary(grid).legal());
      for (int i = 0; i < cells.size(); i++) {
        row.createCell(i).setCellValue(cells.get(i));
        row.getCell(i).setCellStyle(i == 0 ? code : text);
      }
      row.setHeightInPoints(lines(cells.get(2), LEGAL_WIDTHS[2]) * LINE_POINTS + 5);
    }
    sheet.createFreezePane(2, 1);
    print(sheet, 0);
  }

  /** 合计 under the columns that can be summed, as formulas. */
  private void sums(Sheet sheet, int at) {
    Row row = sheet.createRow(at);
    row.setHeightInPoints(20);
    for (int i = 0; i < columns.size(); i++) {
      Look look = columns.get(i).look();
      Cell cell = row.createCell(i);
      boolean summed = look == Look.COUNT || look == Look.HECTARES;
      cell.setCellStyle(style(summed ? look : Look.TEXT));
      if (summed && at > HEAD_ROW + 1) {
        String letter = CellReference.convertNumToColString(i);
        cell.setCellFormula("SUM(%s%d:%s%d)".formatted(letter, HEAD_ROW + 2, letter, at));
      }
    }
    row.getCell(0).setCellValue("合计");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  private void layOut(Sheet sheet, int lastRow) {
    for (int i = 0; i < columns.size(); i++) {
      sheet.setColumnWidth(i, columns.get(i).width() * CHARACTER);
    }
    sheet.createFreezePane(2, HEAD_ROW + 1);
    sheet.setAutoFilter(
        new CellRangeAddress(HEAD_ROW, Math.max(lastRow, HEAD_ROW), 0, columns.size() - 1));
    print(sheet, HEAD_ROW);
  }

  private void print(Sheet sheet, int headRow) {
    sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    sheet.getFooter().setRight(subject.label());
    sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
    sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
  }

  private CellStyle style(Look look) {
    CellStyle style = framed();
    style.setFont(font(10, false));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(look == Look.TEXT);
    style.setIndention((short) (look == Look.SHARE ? 1 : 0));
    style.setAlignment(
        look == Look.TEXT
            ? HorizontalAlignment.LEFT
            : look == Look.CODE ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT);
    style.setDataFormat(book.createDataFormat().getFormat(format(look)));
    return style;
  }

  private static String format(Look look) {
    return switch (look) {
      case TEXT, CODE -> "@";
      case COUNT -> "#,##0";
      case HECTARES -> "#,##0.00";
      case SHARE -> "0.0%";
    };
  }

  private CellStyle framed() {
    CellStyle style = book.createCellStyle();
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private CellStyle headStyle() {
    CellStyle style = framed();
    style.setFont(font(10, true));
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setWrapText(true);
    return style;
  }

  private CellStyle big() {
    CellStyle style = book.createCellStyle();
    style.setFont(font(18, true));
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private CellStyle small() {
    CellStyle style = book.createCellStyle();
    style.setFont(font(10, false));
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  private Font font(int points, boolean bold) {
    Font font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }
}
