package org.wangge.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.ReadOptions;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;

/** A certificate is proved by the export it belongs to, and by nothing else. */
class CertificateTest {
  @TempDir Path data;
  private Database database;
  private InForce inForce;
  private SigningKey key;

  @BeforeEach
  void open() {
    database = TestDatabases.h2();
    inForce = TestDistricts.published(database, 8).inForce();
    key = SigningKey.in(data);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private JsonNode certificate() {
    return read(JsonOut.bytes(Certificate.of(inForce, "").signed(key)));
  }

  private static ObjectNode read(byte[] json) {
    try {
      return (ObjectNode) JsonOut.mapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode export(InForce inForce) {
    return read(
        new Documents(List.of())
            .make(
                "grids.geojson",
                inForce,
                inForce,
                Viewer.local("test"),
                DocumentOptions.ofPublication())
            .bytes());
  }

  private static Layer layer(JsonNode export) {
    DataSource source = DataSource.of("grids.geojson", JsonOut.bytes(export));
    return new LayerFiles().read(source, ReadOptions.defaults());
  }

  private Set<String> failing(JsonNode certificate, JsonNode export) {
    return CertificateProof.prove(certificate, layer(export), Optional.of(key.publicPem())).stream()
        .filter(step -> !step.proved())
        .map(CertificateProof.Step::name)
        .collect(Collectors.toSet());
  }

  private String detail(JsonNode export, String step) {
    return CertificateProof.prove(certificate(), layer(export), Optional.empty()).stream()
        .filter(each -> each.name().equals(step))
        .findFirst()
        .orElseThrow()
        .detail();
  }

  @Test
  void aPublicationIsProvedByItsOwnExport() {
    assertEquals(Set.of(), failing(certificate(), export(inForce)));
    JsonNode statement = certificate().get("certificate");
    assertTrue(statement.get("holds").asBoolean());
    assertEquals(
        2L * 800_000 * 800_000, statement.get("areaHalfSquareMillimetres").get("blocks").asLong());
    assertEquals(16, statement.get("counts").get("grids").asInt());
    assertEquals("", statement.get("publication").get("previousHash").asText());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void bothEnginesGiveTheSameStatement(Database store) {
    InForce stored = TestDistricts.published(store, 8).inForce();
    ObjectNode one = (ObjectNode) certificate().get("certificate");
    ObjectNode other =
        (ObjectNode) read(JsonOut.bytes(Certificate.of(stored, "").signed(key))).get("certificate");
    assertArrayEquals(CanonicalJson.bytes(one), CanonicalJson.bytes(other));
    assertEquals(Set.of(), failing(certificate(), export(stored)));
  }

  @Test
  void aCornerThatWasMovedLeavesAGapAndAnOverlap() {
    ObjectNode export = export(inForce);
    ArrayNode ring = (ArrayNode) export.at("/features/5/geometry/coordinates/0");
    double lon = ring.get(1).get(0).asDouble();
    ((ArrayNode) ring.get(1)).set(0, JsonOut.mapper().valueToTree(lon + 0.0001));
    Set<String> failing = failing(certificate(), export);
    assertTrue(failing.contains("ground"), failing.toString());
    assertTrue(failing.contains("overlaps") || failing.contains("gaps"), failing.toString());
    String where = detail(export, failing.contains("gaps") ? "gaps" : "overlaps");
    assertTrue(where.matches(".*\\d m² at 112\\.00\\d+,27\\.00\\d+.*"), where);
  }

  @Test
  void aGridThatIsLeftOutIsAGap() {
    ObjectNode export = export(inForce);
    ((ArrayNode) export.get("features")).remove(5);
    Set<String> failing = failing(certificate(), export);
    assertTrue(
        failing.containsAll(Set.of("grids", "ground", "gaps", "area", "holes", "nesting")),
        failing.toString());
    assertTrue(detail(export, "gaps").contains("nobody has "), detail(export, "gaps"));
  }

  @Test
  void nestingIsReadFromTheExportNotFromTheCodes() {
    ObjectNode export = export(inForce);
    String other = export.at("/features/15/properties/communityCode").asText();
    ((ObjectNode) export.at("/features/0/properties")).put("communityCode", other);
    assertEquals(Set.of("nesting"), failing(certificate(), export));
    ((ObjectNode) export.at("/features/0/properties")).put("communityCode", "");
    assertEquals(Set.of("nesting"), failing(certificate(), export));
  }

  @Test
  void aStatementThatWasAlteredIsNotSigned() {
    ObjectNode altered = (ObjectNode) certificate();
    ((ObjectNode) altered.get("certificate").get("publication")).put("number", 2);
    assertEquals(Set.of("signature"), failing(altered, export(inForce)));
  }

  @Test
  void anotherServersKeyIsNotTheGivenOne(@TempDir Path elsewhere) {
    JsonNode foreign =
        read(JsonOut.bytes(Certificate.of(inForce, "").signed(SigningKey.in(elsewhere))));
    assertEquals(Set.of("signature"), failing(foreign, export(inForce)));
    List<CertificateProof.Step> alone =
        CertificateProof.prove(foreign, layer(export(inForce)), Optional.empty());
    assertTrue(alone.stream().allMatch(CertificateProof.Step::proved));
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CertificateProof.prove(
                read("{}".getBytes()), layer(export(inForce)), Optional.empty()));
  }

  @Test
  void theKeyIsMadeOnceAndIsSecret() throws IOException {
    assertEquals(key.id(), SigningKey.in(data).id());
    Path file = data.resolve("certificate.key");
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(key.publicPem().contains("PRIVATE"));
    Files.writeString(file, "spoiled");
    assertThrows(IllegalArgumentException.class, () -> SigningKey.in(data));
  }

  @Test
  void theSheetSaysWhatTheCertificateSays() throws IOException {
    try (PDDocument sheet = Loader.loadPDF(CertificatePdf.make(Certificate.of(inForce, ""), key))) {
      assertEquals(1, sheet.getNumberOfPages());
      String text = new PDFTextStripper().getText(sheet);
      for (String part :
          List.of("网格无缝覆盖证书", "示意数据", "无缝覆盖，各项规则成立", inForce.publication().hash(), key.id())) {
        assertTrue(text.contains(part), text);
      }
    }
  }
}
