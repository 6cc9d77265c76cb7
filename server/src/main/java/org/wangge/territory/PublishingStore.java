package org.wangge.territory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Puts a publication after another into the store, within a transaction of the caller: refuses a
 * base that is not the last, writes, binds what hangs on the blocks anew, and reads back.
 */
final class PublishingStore {
  private final Handle handle;
  private final IntFunction<Projection> projections;
  private final Clock clock;

  PublishingStore(Handle handle, IntFunction<Projection> projections, Clock clock) {
    this.handle = handle;
    this.projections = projections;
    this.clock = clock;
  }

  /**
   * @param bound what is bound to blocks
   * @return the publication as it came back from the store
   */
  InForce publish(NextPlan plan, List<FaceBound> bound) {
    NextPublicationStore.lock(handle);
    SnapshotStore snapshots = new SnapshotStore(handle, projections);
    requireLast(plan.before().publication(), snapshots.listPublications());
    NextPublicationStore store =
        new NextPublicationStore(handle, plan, recorded(plan.before().publication()));
    requireNewCodes(store.listReusedCodes());
    store.insert();
    if (plan.hasNewFabric()) {
      bound.forEach(each -> each.rebind(store.fabric(), plan.faces()));
    }
    return getSame(plan, snapshots);
  }

  static void requireLast(Publication base, List<Publication> stored) {
    List<Publication> newer =
        stored.stream().filter(each -> each.number() > base.number()).toList();
    if (!newer.isEmpty()) {
      throw new StaleBaseException(base.number(), newer);
    }
  }

  private static void requireNewCodes(List<String> reused) {
    if (!reused.isEmpty()) {
      throw new RefusedPublicationException(
          reused.stream().map(code -> "grid code " + code + " was given before").toList());
    }
  }

  /** Always later than the publication before, whatever the clocks of several servers say. */
  private OffsetDateTime recorded(Publication before) {
    OffsetDateTime now =
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    OffsetDateTime least = before.recorded().atOffset(ZoneOffset.UTC).plus(1, ChronoUnit.MICROS);
    return now.isBefore(least) ? least : now;
  }

  /** The fabric is read too when it is new: all that will be read later is read once here. */
  private static InForce getSame(NextPlan plan, SnapshotStore snapshots) {
    Publication last =
        snapshots.listPublications().stream()
            .filter(each -> each.number() == plan.number())
            .findFirst()
            .orElseThrow();
    InForce stored =
        snapshots.get(
            last,
            number -> plan.hasNewFabric() ? Optional.empty() : Optional.of(plan.before().fabric()));
    List<String> differences = differences(plan, stored);
    if (!differences.isEmpty()) {
      throw new IllegalStateException("the store gives back another plan: " + differences);
    }
    return stored;
  }

  private static List<String> differences(NextPlan plan, InForce stored) {
    InForce given = plan.after();
    List<String> found = new ArrayList<>();
    differ(found, "plan", given.plan().hash(), stored.plan().hash());
    differ(found, "grids", given.grids(), stored.grids());
    differ(found, "exceptions", given.inPieces(), stored.inPieces());
    differ(found, "hash", plan.hash(), PublicationHash.of(stored));
    differ(found, "stored hash", plan.hash(), stored.publication().hash());
    differ(found, "units", given.units(), stored.units());
    differ(
        found,
        "buildings",
        buildingGrids(given.buildings(), given),
        buildingGrids(stored.buildings(), stored));
    return found;
  }

  private static String buildingGrids(Buildings buildings, InForce of) {
    return Arrays.toString(
        IntStream.range(0, buildings.count())
            .map(i -> of.plan().zone(buildings.face(i)))
            .toArray());
  }

  private static void differ(List<String> found, String what, Object given, Object stored) {
    if (!given.equals(stored)) {
      found.add(what);
    }
  }
}
