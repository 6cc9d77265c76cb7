package org.wangge.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.Feature;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.ReadOptions;
import org.wangge.policy.Viewer;
import org.wangge.territory.Attribution;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Proposal;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;

/** Every document of a small chessboard, read back. */
class DocumentsTest {
  private static final Viewer INSIDER = Viewer.local("test");
  private static final Viewer VISITOR = Viewer.anonymous(true);
  private static Database database;
  private static Territory territory;
  private static InForce before;
  private static InForce after;

  /** Two open cases on every block. */
  private static final Attribution CASES =
      new Attribution() {
        @Override
        public String key() {
          return "openCases";
        }

        @Override
        public String label() {
          return "未结案件";
        }

        @Override
        public String unit() {
          return "件";
        }

        @Override
        public int[] perFace(InForce inForce) {
          int[] two = new int[inForce.fabric().faceCount()];
          Arrays.fill(two, 2);
          return two;
        }
      };

  private static final Documents DOCUMENTS = new Documents(List.of(CASES));

  @BeforeAll
  static void start() {
    database = TestDatabases.h2();
    territory = TestDistricts.published(database, 8);
    before = territory.inForce();
    after = territory.preview(oneBlockMoves(before));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** The block at (150 m, 150 m) goes from grid 0 to grid 1, and grid 2 gets another name. */
  private static Proposal oneBlockMoves(InForce base) {
    int[] zone = base.plan().zones();
    zone[base.fabric().faceAt(150_000, 150_000)] = 1;
    List<Grid> grids = new ArrayList<>(base.grids());
    Grid third = grids.get(2);
    grids.set(2, new Grid(2, third.code(), "新名网格", third.communityCode(), third.kind()));
    return new Proposal(1, base.fabric(), zone, grids, base.inPieces());
  }

  private static Document draft(String name, Viewer viewer) {
    return DOCUMENTS.make(name, before, after, viewer, DocumentOptions.ofDraft("试调"));
  }

  private static Document published(String name) {
    return DOCUMENTS.make(name, before, before, INSIDER, DocumentOptions.ofPublication());
  }

  @Test
  void changesAreToldInWords() {
    String text = new String(draft("changes.txt", INSIDER).bytes(), StandardCharsets.UTF_8);
    assertTrue(text.contains("1 栋 10 户 由 网格0 划入 网格1；涉及未结案件 2 件。"), text);
    assertTrue(text.contains("网格2 更名为 新名网格"), text);
    assertTrue(text.contains("10 户 31 人变更所属网格"), text);
    assertTrue(
        new String(published("changes.txt").bytes(), StandardCharsets.UTF_8).contains("网格没有调整"));
  }

  @Test
  void changesAreToldInNumbers() throws IOException {
    JsonNode json = JsonOut.mapper().readTree(draft("changes.json", INSIDER).bytes());
    JsonNode move = json.get("moves").get(0);
    assertEquals(1, json.get("moves").size());
    assertEquals(TestDistricts.gridCode(0), move.get("from").asText());
    assertEquals(TestDistricts.gridCode(1), move.get("to").asText());
    assertEquals(10, move.get("households").asInt());
    assertEquals(1, move.get("buildings").asInt());
    assertEquals(2, move.get("openCases").asInt());
    assertEquals(31, json.get("peopleWhoChange").asInt());
  }

  @Test
  void whoIsOutsideIsNotToldWhatIsBoundToTheGround() {
    String text = new String(draft("changes.txt", VISITOR).bytes(), StandardCharsets.UTF_8);
    assertTrue(text.contains("由 网格0 划入 网格1。"), text);
  }

  @Test
  void theTableHasARowForEveryGridAndItsSums() throws IOException {
    Sheet sheet = sheet(draft("boundaries.xlsx", INSIDER));
    Row head = sheet.getRow(2);
    assertEquals("编码", head.getCell(0).getStringCellValue());
    assertEquals("四至", head.getCell(5).getStringCellValue());
    Row first = sheet.getRow(3);
    assertEquals(TestDistricts.gridCode(0), first.getCell(0).getStringCellValue());
    assertEquals(30, first.getCell(6).getNumericCellValue());
    assertEquals(50, sheet.getRow(4).getCell(6).getNumericCellValue());
    assertEquals("新名网格", sheet.getRow(5).getCell(1).getStringCellValue());
    assertEquals("合计", sheet.getRow(3 + 16).getCell(0).getStringCellValue());
    assertEquals(640, sheet.getRow(3 + 16).getCell(6).getNumericCellValue());
    assertTrue(sheet.getRow(1).getCell(0).getStringCellValue().contains("示意数据"));
    assertTrue(first.getCell(5).getStringCellValue().startsWith("东至"));
  }

  private static Sheet sheet(Document document) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(document.bytes()))) {
      assertTrue(
          book.getSheet("界线描述").getRow(1).getCell(2).getStringCellValue().startsWith("自西北角"));
      return book.getSheetAt(0);
    }
  }

  @Test
  void namesOfPersonsAreForThoseWhoMayKnowThem() throws IOException {
    assertTrue(texts(sheet(draft("boundaries.xlsx", INSIDER))).contains("张三"));
    Set<String> masked = texts(sheet(draft("boundaries.xlsx", VISITOR)));
    assertFalse(masked.contains("张三"));
    assertTrue(masked.contains("张**"));
  }

  private static Set<String> texts(Sheet sheet) {
    Set<String> texts = new HashSet<>();
    for (Row row : sheet) {
      for (Cell cell : row) {
        texts.add(cell.toString());
      }
    }
    return texts;
  }

  @Test
  void theNoticeHasAllItsParts() throws IOException {
    DocumentOptions options =
        DocumentOptions.ofDraft("试调")
            .withNotice(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 7))
            .withFeedback("电话：0731-0000");
    byte[] bytes = DOCUMENTS.make("notice.docx", before, after, VISITOR, options).bytes();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
        XWPFWordExtractor reader = new XWPFWordExtractor(document)) {
      String text = reader.getText();
      for (String part :
          List.of("关于调整示意区部分网格的公示", "一、调整依据", "二、调整内容", "三、调整后的网格四至", "四、公示期", "五、意见反馈方式")) {
        assertTrue(text.contains(part), text);
      }
      assertTrue(text.contains("1栋10户由网格0划入网格1"), text);
      assertTrue(text.contains("自2026年6月1日起至2026年6月7日止"), text);
      assertTrue(text.contains("电话：0731-0000"), text);
      assertEquals(1 + 3, document.getTables().get(0).getNumberOfRows());
    }
  }

  @Test
  void theWallMapIsReadableAndCarriesItsFont() throws IOException {
    try (PDDocument map = Loader.loadPDF(draft("wall-map.pdf", INSIDER).bytes())) {
      String text = new PDFTextStripper().getText(map);
      for (String part : List.of("示意区网格图", "示意数据", "图 例", "村社区界", "1 :", "网格四至表", "东至纵")) {
        assertTrue(text.replace('\u3000', ' ').contains(part), text);
      }
      assertEquals(420, map.getPage(0).getMediaBox().getWidth() / 72 * 25.4, 0.5);
      for (var name : map.getPage(0).getResources().getFontNames()) {
        PDFont font = map.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded());
      }
    }
  }

  @Test
  void aMapOfAUnitShowsItsGridsOnly() throws IOException {
    String community = before.tree().communities().get(0).code();
    DocumentOptions options = DocumentOptions.ofPublication().withUnit(Optional.of(community));
    Document document = DOCUMENTS.make("wall-map.pdf", before, before, INSIDER, options);
    try (PDDocument map = Loader.loadPDF(document.bytes())) {
      String text = new PDFTextStripper().getText(map);
      assertTrue(text.contains(TestDistricts.gridCode(0)));
      assertFalse(text.contains(TestDistricts.gridCode(15)));
    }
    assertEquals("示意区社区网格挂图（第1版）.pdf", document.fileName());
    DocumentOptions nowhere = DocumentOptions.ofPublication().withUnit(Optional.of("nowhere"));
    assertThrows(
        IllegalArgumentException.class,
        () -> DOCUMENTS.make("grids.kml", before, before, INSIDER, nowhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grids.geojson", "grids.shp.zip", "grids.gpkg", "grids.kml"})
  void aLayerComesBackAsItIs(String name) {
    DataSource source = DataSource.of(name, published(name).bytes());
    Layer layer = new LayerFiles().read(source, ReadOptions.defaults());
    assertEquals(16, layer.features().size());
    assertEquals(List.of(), layer.bad());
    for (Feature feature : layer.features()) {
      Grid grid = before.findGrid(feature.findText("code").orElseThrow()).orElseThrow();
      assertEquals(grid.name(), feature.findText("name").orElseThrow());
      Geometry same = before.gridShape(grid.zone()).lonLat().norm();
      assertEquals(1, feature.geometry().getNumGeometries());
      assertTrue(same.equalsExact(feature.geometry().getGeometryN(0).norm(), 5e-9));
      assertTrue(feature.properties().toString().contains("东至纵"));
    }
  }

  @Test
  void everyBlockIsAssignedWithAPointInsideIt() {
    String csv = new String(draft("blocks.csv", INSIDER).bytes(), StandardCharsets.UTF_8);
    List<List<String>> rows =
        csv.lines()
            .skip(1)
            .map(line -> List.of(line.substring(1, line.length() - 1).split("\",\"")))
            .collect(Collectors.toList());
    assertEquals(64, rows.size());
    for (List<String> row : rows) {
      Coordinate place =
          new Coordinate(Double.parseDouble(row.get(12)), Double.parseDouble(row.get(13)));
      assertEquals(row.get(2), after.locate(place.x, place.y).orElseThrow().grid().code());
      assertEquals("10", row.get(8));
    }
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aStoreGivesTheSameDocumentsOnBothEngines(Database store) {
    InForce stored = TestDistricts.published(store, 8).inForce();
    for (String name : List.of("changes.txt", "grids.geojson", "grids.kml", "blocks.csv")) {
      byte[] made =
          DOCUMENTS.make(name, stored, stored, INSIDER, DocumentOptions.ofPublication()).bytes();
      assertEquals(
          new String(published(name).bytes(), StandardCharsets.UTF_8),
          new String(made, StandardCharsets.UTF_8));
    }
  }
}
