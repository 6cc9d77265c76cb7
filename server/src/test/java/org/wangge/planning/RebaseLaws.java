package org.wangge.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.fabric.Fabric;
import org.wangge.territory.FaceOf;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.NextPublication;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.territory.Unit;

/**
 * Two random drafts of one publication, beside a model that asks only which grid each drawing has
 * at a place.
 */
class RebaseLaws {
  private static final int SIZE = 16;
  private static final int BLOCK = 100_000;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void disjointDraftsMayBePublishedInEitherOrder(@ForAll long seed) {
    assertEquals(
        new Run(seed, true).publishedApart(0, 1), new Run(seed, true).publishedApart(1, 0));
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void onlyWhatBothChangedIsAConflictAndGoesAsItIsSettled(@ForAll long seed) {
    new Run(seed, false).settle();
  }

  /** A database with two drafts that are drawn on by chance. */
  private static final class Run {
    private final SplittableRandom random;
    private final Database database = TestDatabases.h2();
    private final Territory territory = TestDistricts.published(database, SIZE);
    private final Drafts drafts =
        new Drafts(database, territory, accounts -> Map.of(), TestDistricts.clock());
    private final Review review = new Review(drafts);
    private final InForce base = territory.inForce();
    private final Spots spots = new Spots(base.projection());
    private final List<Long> drawn = new ArrayList<>();
    private final boolean apart;

    /**
     * @param apart whether the drafts draw in different communities, or both in the same one
     */
    Run(long seed, boolean apart) {
      this.random = new SplittableRandom(seed);
      this.apart = apart;
      drafts.store().setNoticeDays(0);
      List<String> communities = base.tree().communities().stream().map(Unit::code).toList();
      Set<String> mine = new HashSet<>(List.of(communities.get(0)));
      communities.stream().skip(2).filter(code -> apart && random.nextBoolean()).forEach(mine::add);
      drawn.add(draw("甲", grid -> mine.contains(grid.communityCode())));
      drawn.add(draw("乙", grid -> mine.contains(grid.communityCode()) != apart));
    }

    private long draw(String title, java.util.function.Predicate<Grid> mayChange) {
      OpenDraft draft = drafts.create(title, "", title);
      for (int tries = 0; tries < 60 && draft.draft().done() < 10; tries++) {
        draft = operate(draft, mayChange);
      }
      return draft.draft().id();
    }

    private OpenDraft operate(OpenDraft draft, java.util.function.Predicate<Grid> mayChange) {
      List<Grid> grids = draft.drawing().livingGrids().stream().filter(mayChange).toList();
      if (grids.isEmpty()) {
        return draft;
      }
      Grid grid = grids.get(random.nextInt(grids.size()));
      JsonNode op = DraftsTest.json(operation(draft, grid));
      try {
        return drafts.append(draft, op, drafts.preview(draft, op), draft.draft().author()).after();
      } catch (RefusedOperationException refused) {
        return draft;
      }
    }

    private String operation(OpenDraft draft, Grid grid) {
      return switch (random.nextInt(8)) {
        case 0 ->
            "{'op':'rename','grid':'%s','name':'名%d'}".formatted(grid.code(), random.nextInt(99));
        case 1 ->
            "{'op':'merge','grids':['%s'],'into':'%s'}"
                .formatted(grid.code(), sibling(draft, grid));
        case 2 -> apart ? split(draft, grid) : "{'op':'lock','grid':'%s'}".formatted(grid.code());
        case 3 -> splitBlock(draft, grid);
        default ->
            "{'op':'assign','blocks':[%d],'to':'%s'}"
                .formatted(someFace(draft, grid), sibling(draft, grid));
      };
    }

    private String sibling(OpenDraft draft, Grid grid) {
      List<Grid> others =
          draft.drawing().livingGrids().stream()
              .filter(other -> other.communityCode().equals(grid.communityCode()))
              .toList();
      return others.get(random.nextInt(others.size())).code();
    }

    private int someFace(OpenDraft draft, Grid grid) {
      int[] faces =
          draft.drawing().redraw().faces(draft.drawing().findZone(grid.code()).orElseThrow());
      return faces[random.nextInt(faces.length)];
    }

    private String split(OpenDraft draft, Grid grid) {
      Coordinate at = middle(draft, someFace(draft, grid));
      long x = BLOCK * Math.round(at.x / 100);
      long y = BLOCK * (long) (at.y / 100);
      return "{'op':'split','grid':'%s','path':{'points':[%s,%s]}}"
          .formatted(grid.code(), point(x, y - BLOCK), point(x, y + 2 * BLOCK));
    }

    private String splitBlock(OpenDraft draft, Grid grid) {
      int face = someFace(draft, grid);
      Coordinate at = middle(draft, face);
      long x = Math.round(at.x * 1000);
      long y = Math.round(at.y * 1000);
      return "{'op':'splitBlock','block':%d,'line':[%s,%s]}"
          .formatted(face, point(x, y - BLOCK), point(x, y + BLOCK));
    }

    private static Coordinate middle(OpenDraft draft, int face) {
      return draft.drawing().redraw().fabric().interiorPoint(face).getCoordinate();
    }

    private String point(long x, long y) {
      return Arrays.toString(spots.lonLat(x, y));
    }

    private OpenDraft draft(int which) {
      return drafts.find(drawn.get(which)).orElseThrow();
    }

    private void approve(int which) {
      review.submit(draft(which), draft(which).draft().author());
      review.approve(draft(which), "leader");
    }

    private InForce publish(int which) {
      Review.Decree decree = new Review.Decree(DAY, "一号", NextPublication.Kind.CHANGE);
      return review.publish(draft(which), "leader", decree).inForce();
    }

    /** Both drafts, one after the other: grid and name of the grid at every place. */
    Map<String, String> publishedApart(int first, int second) {
      Drawing one = draft(first).drawing();
      Drawing other = draft(second).drawing();
      approve(first);
      approve(second);
      publish(first);
      assertEquals(List.of(), review.rebase(draft(second), "乙", Map.of()));
      InForce last = publish(second);
      Map<String, String> told = new TreeMap<>();
      for (Coordinate place : places(last.fabric())) {
        Grid grid = last.grid(last.plan().zone(FaceOf.metres(last.fabric(), place)));
        assertEquals(merged(place, other, one, false), grid.code());
        told.put(place.toString(), grid.code() + grid.name());
      }
      database.close();
      return told;
    }

    private static List<Coordinate> places(Fabric fabric) {
      return IntStream.range(0, fabric.faceCount())
          .mapToObj(face -> fabric.interiorPoint(face).getCoordinate())
          .toList();
    }

    private String before(Coordinate place) {
      return base.grid(base.plan().zone(FaceOf.metres(base.fabric(), place))).code();
    }

    private static String at(Drawing drawing, Coordinate place) {
      Fabric fabric = drawing.redraw().fabric();
      return drawing.grid(drawing.redraw().zone(FaceOf.metres(fabric, place))).code();
    }

    /** The later draft cannot give ground to a grid that the earlier one abolished. */
    private String merged(Coordinate place, Drawing mine, Drawing theirs, boolean takeMine) {
      String drawn = at(mine, place);
      String is = at(theirs, place);
      boolean changed = !drawn.equals(before(place));
      boolean exists = theirs.findZone(drawn).isPresent() || base.findGrid(drawn).isEmpty();
      return changed && exists && (takeMine || is.equals(before(place))) ? drawn : is;
    }

    private boolean disputed(Coordinate place, Drawing mine, Drawing theirs) {
      String drawn = at(mine, place);
      String is = at(theirs, place);
      boolean moved = !is.equals(before(place)) || theirs.findZone(drawn).isEmpty();
      return !drawn.equals(before(place)) && !drawn.equals(is) && moved;
    }

    void settle() {
      Drawing theirs = draft(0).drawing();
      Drawing mine = draft(1).drawing();
      approve(0);
      publish(0);
      List<Rebase.Conflict> conflicts = review.rebase(draft(1), "乙", Map.of());
      assertTrue(conflicts.isEmpty() || draft(1).drawing().base() == base, "nothing is kept yet");
      boolean takeMine = random.nextBoolean();
      Map<Integer, Boolean> take = new HashMap<>();
      conflicts.forEach(it -> take.put(it.face(), takeMine && !it.gone()));
      if (!conflicts.isEmpty()) {
        assertEquals(List.of(), review.rebase(draft(1), "乙", take));
      }
      Drawing after = draft(1).drawing();
      List<Coordinate> places = places(after.redraw().fabric());
      for (int face = 0; face < places.size(); face++) {
        Coordinate place = places.get(face);
        assertEquals(disputed(place, mine, theirs), take.containsKey(face), place::toString);
        assertEquals(merged(place, mine, theirs, takeMine), at(after, place));
      }
      assertLocksKept(mine, after);
      database.close();
    }

    private static void assertLocksKept(Drawing before, Drawing after) {
      assertEquals(
          lockedCodes(before).filter(code -> after.findZone(code).isPresent()).toList(),
          lockedCodes(after).filter(code -> after.findZone(code).isPresent()).toList());
    }

    private static Stream<String> lockedCodes(Drawing drawing) {
      return drawing.redraw().lockedZones().stream()
          .mapToObj(zone -> drawing.grid(zone).code())
          .sorted();
    }
  }
}
