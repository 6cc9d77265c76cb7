package org.wangge.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;

/** Every overlap and gap on its own, however thin. */
class GroundPiecesTest {
  private static final String LEFT = "POLYGON((0 0,50 0,50 20,50 80,50 100,0 100,0 0))";

  private static List<GroundPiece> pieces(List<LayerPolygon> polygons) {
    return GroundPieces.find(polygons, place -> MetresPerUnit.METRES).orElseThrow();
  }

  private static List<String> lines(List<GroundPiece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                piece.cover()
                    + " "
                    + piece.polygons().stream().map(LayerPolygon::id).toList()
                    + " %.2e".formatted(piece.areaSquareMetres()))
        .toList();
  }

  @Test
  void tellsHairlinesFarThinnerThanTheGridOneByOne() {
    // 3 µm to the right at one vertex, 3 µm to the left at the next.
    String right =
        "POLYGON((100 0,100 100,50 100,50 80,49.999997 60,50.000003 40,50 20,50 0,100 0))";
    List<LayerPolygon> polygons = Layers.of(LEFT, right);
    List<GroundPiece> pieces = pieces(polygons);
    assertEquals(List.of("DOUBLE [A, B] 4.50e-05", "UNCOVERED [A, B] 4.50e-05"), lines(pieces));
    for (GroundPiece piece : pieces) {
      assertEquals(3e-6, piece.widthMetres(), 0.1e-6);
    }
  }

  @Test
  void tellsAsManyGapsAsThereAreBetweenTwo() {
    String right =
        "POLYGON((100 0,100 100,50 100,50 80,50 60,50.001 55,50 50,50 45,50.002 40,50 35,50 20,50 0,100 0))";
    List<GroundPiece> pieces = pieces(Layers.of(LEFT, right));
    assertEquals(List.of("UNCOVERED [A, B] 1.00e-02", "UNCOVERED [A, B] 5.00e-03"), lines(pieces));
    assertEquals(0.002, pieces.get(0).widthMetres(), 0.0001);
    Point place = Layers.geometry(LEFT).getFactory().createPoint(pieces.get(0).place());
    String gap = "POLYGON((50 35,50.002 40,50 45,50 35))";
    assertTrue(Layers.geometry(gap).contains(place), () -> place + " lies outside the gap");
  }

  @Test
  void doesNotTakeGroundOfPolygonsThatFitForAGap() {
    List<LayerPolygon> polygons = squares();
    assertEquals(List.of(), lines(pieces(polygons)));
    polygons.remove(4);
    assertEquals(1, pieces(polygons).size());
    assertEquals(Cover.UNCOVERED, pieces(polygons).get(0).cover());
    assertEquals(100, pieces(polygons).get(0).areaSquareMetres(), 1e-9);
    assertEquals(10, pieces(polygons).get(0).widthMetres(), 0.2);
    // Corners touch too.
    assertEquals(8, pieces(polygons).get(0).polygons().size());
  }

  /** Three rows of three; the middle one has a twin for every segment. */
  private static List<LayerPolygon> squares() {
    List<LayerPolygon> squares = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double x = 10.0 * (i % 3);
      double y = 10.0 * (i / 3);
      String box = Layers.box(x, y, x + 10, y + 10);
      squares.add(new LayerPolygon(i, "Q" + i, Layers.geometry(box)));
    }
    return squares;
  }

  @Test
  void tellsTheSamePolygonTwiceAsOneOverlap() {
    String box = Layers.box(0, 0, 10, 10);
    assertEquals(List.of("DOUBLE [A, B] 1.00e+02"), lines(pieces(Layers.of(box, box))));
  }

  @Test
  void measuresDegreesInMetres() {
    List<LayerPolygon> polygons =
        Layers.of(Layers.box(112, 27, 112.01, 27.01), Layers.box(112.009, 27, 112.02, 27.01));
    GroundPiece piece =
        GroundPieces.find(polygons, place -> MetresPerUnit.ofDegrees(place.y)).orElseThrow().get(0);
    // A degree at 27° N: 99 253 m of longitude, 110 796 m of latitude.
    assertEquals(99.25, piece.widthMetres(), 0.05);
    assertEquals(99.253 * 1107.96, piece.areaSquareMetres(), 20);
  }
}
