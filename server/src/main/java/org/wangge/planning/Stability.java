package org.wangge.planning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Fabric;
import org.wangge.territory.FaceOf;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;

/**
 * How long grids stay what they are (动态调整): the share of households whose grid, by code, is the one
 * that was responsible for their ground some years before. Nothing is said of a time before the
 * first publication.
 */
final class Stability {
  private static final int[] YEARS = {1, 3, 5};

  private final Territory territory;

  Stability(Territory territory) {
    this.territory = territory;
  }

  /** {@code {years1, years3, years5}}, 0 to 1 or null. */
  Map<String, @Nullable Double> of(OpenDraft draft) {
    Map<String, @Nullable Double> json = new LinkedHashMap<>();
    LocalDate today = territory.today();
    for (int years : YEARS) {
      Optional<InForce> then = territory.findAsOf(today.minusYears(years));
      json.put("years" + years, then.map(past -> share(draft, past)).orElse(null));
    }
    return json;
  }

  private static double share(OpenDraft draft, InForce past) {
    Drawing drawing = draft.drawing();
    Fabric fabric = drawing.redraw().fabric();
    long all = 0;
    long kept = 0;
    for (int f = 0; f < fabric.faceCount(); f++) {
      int households = fabric.households(f);
      if (households > 0) {
        all += households;
        String is = drawing.grid(drawing.redraw().zone(f)).code();
        kept += is.equals(codeThen(draft, past, f)) ? households : 0;
      }
    }
    return all == 0 ? 1 : Math.rint(1e4 * kept / all) / 1e4;
  }

  private static String codeThen(OpenDraft draft, InForce past, int face) {
    Fabric fabric = draft.drawing().redraw().fabric();
    int at =
        past.fabric() == fabric
            ? face
            : FaceOf.metres(past.fabric(), draft.counting().middle(fabric, face));
    return at < 0 ? "" : past.grid(past.plan().zone(at)).code();
  }
}
