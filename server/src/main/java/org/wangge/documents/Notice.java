package org.wangge.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;

/**
 * The 公示稿: title, basis, what changes, the 四至 of the changed grids, the notice period, where to
 * object. Set like an official document (GB/T 9704): A4, 方正小标宋 and 仿宋, lines of 28 points; a
 * machine without those fonts takes its own.
 */
final class Notice {
  private static final String TITLE_FONT = "方正小标宋简体";
  private static final String HEAD_FONT = "黑体";
  private static final String BODY_FONT = "仿宋_GB2312";
  private static final String TABLE_FONT = "宋体";
  private static final int TITLE_POINTS = 22;
  private static final int BODY_POINTS = 16;
  private static final int TABLE_POINTS = 10;
  private static final int CODE_POINTS = 9;
  private static final double LINE_POINTS = 28;
  private static final int TWIPS = 20;
  private static final int MM = 57;
  private static final int[] COLUMN_MM = {36, 31, 60, 14, 15};
  private static final List<String> COLUMNS = List.of("编码", "名称", "四至", "户数", "人口");
  private static final String USUAL_BASIS =
      "为推进基层治理网格“街巷定界、规模适度、无缝覆盖、动态调整”，根据城乡社区网格化服务管理有关规定，结合辖区街巷、人口和服务管理实际，";

  private final Subject subject;
  private final InForce after;
  private final XWPFDocument document = new XWPFDocument();

  private Notice(Subject subject) {
    this.subject = subject;
    this.after = subject.after();
  }

  static byte[] make(Subject subject) {
    Notice notice = new Notice(subject);
    try (XWPFDocument document = notice.document) {
      notice.write();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  private void write() {
    page();
    footer();
    title();
    body(opening());
    head("一、调整依据");
    body(basis() + "对下列网格进行调整。");
    head("二、调整内容");
    changes();
    head("三、调整后的网格四至");
    boundaries();
    head("四、公示期");
    body(period());
    head("五、意见反馈方式");
    feedback().forEach(this::body);
    signature();
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(210L * MM));
    size.setH(BigInteger.valueOf(297L * MM));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(37L * MM));
    margins.setBottom(BigInteger.valueOf(35L * MM));
    margins.setLeft(BigInteger.valueOf(28L * MM));
    margins.setRight(BigInteger.valueOf(26L * MM));
    margins.setFooter(BigInteger.valueOf(25L * MM));
  }

  /** — 1 —. */
  private void footer() {
    XWPFFooter footer =
        document.createHeaderFooterPolicy().createFooter(XWPFHeaderFooterPolicy.DEFAULT);
    XWPFParagraph paragraph =
        footer.getParagraphs().isEmpty() ? footer.createParagraph() : footer.getParagraphArray(0);
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, "— ", TABLE_FONT, 14);
    field(paragraph, STFldCharType.BEGIN);
    run(paragraph, "", TABLE_FONT, 14).getCTR().addNewInstrText().setStringValue("PAGE");
    field(paragraph, STFldCharType.END);
    run(paragraph, " —", TABLE_FONT, 14);
  }

  private static void field(XWPFParagraph paragraph, STFldCharType.Enum type) {
    run(paragraph, "", TABLE_FONT, 14).getCTR().addNewFldChar().setFldCharType(type);
  }

  private void title() {
    if (!subject.label().isEmpty()) {
      XWPFParagraph mark = document.createParagraph();
      mark.setAlignment(ParagraphAlignment.RIGHT);
      run(mark, "【" + subject.label() + "】", HEAD_FONT, 12);
    }
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingBefore(20 * TWIPS);
    paragraph.setSpacingAfter(24 * TWIPS);
    run(paragraph, "关于调整" + subject.placeName() + "部分网格的公示", TITLE_FONT, TITLE_POINTS);
  }

  private String opening() {
    String summary = subject.changes().summary();
    String what = summary.isEmpty() ? "本次没有网格调整" : "本次调整" + summary;
    return what + "。现将调整方案（" + subject.editionLine() + "）予以公示。";
  }

  private String basis() {
    String given = subject.options().basis();
    return given.isEmpty() ? USUAL_BASIS : given.replaceFirst("[。，；]?$", "，");
  }

  private void changes() {
    List<String> sentences = subject.changes().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      body("（" + (i + 1) + "）" + compact(sentences.get(i)) + "。");
    }
  }

  /** Spaces between numbers and words are for lists, not for running text. */
  private static String compact(String sentence) {
    return sentence.replaceAll("(?<=[\\d\\p{IsHan}）]) (?=[\\d\\p{IsHan}])", "");
  }

  private void boundaries() {
    List<Grid> changed =
        subject.changes().changedCodes().stream()
            .flatMap(code -> after.findGrid(code).stream())
            .filter(subject::isInside)
            .sorted(Subject.BY_CODE)
            .toList();
    if (changed.isEmpty()) {
      body("各网格四至不变。");
      return;
    }
    XWPFTable table = document.createTable(1, COLUMNS.size());
    table.setWidth(156 * MM);
    table.getRow(0).setRepeatHeader(true);
    fill(table.getRow(0), COLUMNS, true);
    changed.forEach(grid -> fill(table.createRow(), cells(grid), false));
  }

  private List<String> cells(Grid grid) {
    return List.of(
        grid.code(),
        grid.name(),
        subject.boundary(grid).brief(),
        Words.count(after.plan().households(grid.zone())),
        Words.count(after.plan().people(grid.zone())));
  }

  private static void fill(XWPFTableRow row, List<String> texts, boolean head) {
    row.setCantSplitRow(true);
    for (int i = 0; i < texts.size(); i++) {
      XWPFTableCell cell = row.getCell(i);
      cell.setWidth(Integer.toString(COLUMN_MM[i] * MM));
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      XWPFParagraph paragraph = cell.getParagraphArray(0);
      boolean centred = head || i == 0 || i >= 3;
      paragraph.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
      run(
          paragraph,
          texts.get(i),
          head ? HEAD_FONT : TABLE_FONT,
          i == 0 ? CODE_POINTS : TABLE_POINTS);
    }
  }

  private String period() {
    List<String> days = new ArrayList<>();
    subject.options().noticeFrom().ifPresent(day -> days.add("自" + Words.date(day) + "起"));
    subject.options().noticeUntil().ifPresent(day -> days.add("至" + Words.date(day) + "止"));
    return days.isEmpty() ? "自　　　　年　　月　　日起至　　　　年　　月　　日止。" : String.join("", days) + "。";
  }

  private List<String> feedback() {
    String how = "公示期内，单位和个人对调整方案有意见的，请以书面或者电话方式反映；以单位名义反映的应当加盖公章，以个人名义反映的应当署名。";
    String where = subject.options().feedback();
    return where.isEmpty() ? List.of(how, "联系人：", "联系电话：", "通信地址：") : List.of(how, where);
  }

  private void signature() {
    body("");
    right("（单位名称）");
    right(subject.options().noticeFrom().map(Words::date).orElse("　　　　年　　月　　日"));
  }

  private void right(String text) {
    XWPFParagraph paragraph = paragraph();
    paragraph.setAlignment(ParagraphAlignment.RIGHT);
    paragraph.setIndentationRight(4 * BODY_POINTS * TWIPS);
    run(paragraph, text, BODY_FONT, BODY_POINTS);
  }

  private void head(String text) {
    XWPFParagraph paragraph = indented();
    paragraph.setKeepNext(true);
    run(paragraph, text, HEAD_FONT, BODY_POINTS);
  }

  private void body(String text) {
    run(indented(), text, BODY_FONT, BODY_POINTS);
  }

  private XWPFParagraph indented() {
    XWPFParagraph paragraph = paragraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(2 * BODY_POINTS * TWIPS);
    return paragraph;
  }

  private XWPFParagraph paragraph() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBetween(LINE_POINTS, LineSpacingRule.EXACT);
    paragraph.setSpacingAfter(0);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(points);
    for (XWPFRun.FontCharRange range : XWPFRun.FontCharRange.values()) {
      run.setFontFamily(font, range);
    }
    return run;
  }
}
