package org.wangge.checking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.db.Database;
import org.wangge.exchange.Crs;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.GeoJsonReader;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.ReadLimits;
import org.wangge.exchange.ReadOptions;
import org.wangge.fabric.Progress;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;

/**
 * Runs checks and keeps what they found. Thread-safe; at most two checks run at once, more are
 * refused.
 */
public final class CheckService {
  private static final int AT_ONCE = 2;
  private static final ReadLimits UPLOAD_LIMITS = ReadLimits.ofUploads();

  private final CheckStore store;
  private final Territory territory;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public CheckService(Database database, Territory territory, Clock clock) {
    this.store = new CheckStore(database);
    this.territory = territory;
    this.clock = clock;
  }

  /**
   * Checks the plan in force and stores the result.
   *
   * @throws org.wangge.territory.NoPlanException when there is none
   * @throws BusyException when too many checks run
   */
  public CheckRun checkPlan(Progress progress) {
    InForce inForce = territory.inForce();
    Check check = inPlace(() -> new PlanChecker().check(inForce, progress));
    return storePlan(check, inForce);
  }

  /**
   * Stores what was found in the files that became the plan in force; inside a transaction of the
   * caller as part of it.
   *
   * @param sources what was read, one sentence each
   */
  public CheckRun storeImport(CheckReport report, List<String> sources, InForce inForce) {
    return storePlan(PlanChecker.of(report, sources, inForce), inForce);
  }

  /** Stores a check that was made of what became the plan in force, such as that of an import. */
  public CheckRun storePlan(Check check, InForce inForce) {
    String name = inForce.settings().name();
    return store.insert(Subject.PLAN, name, clock.instant(), inForce.publication().number(), check);
  }

  /**
   * Checks layers that were sent and stores the result. GeoJSON may carry members {@code domain}
   * and {@code within}, each a collection, feature or geometry.
   *
   * @param crs the layers' system when the file does not say; null to believe the file
   * @throws org.wangge.exchange.ReadException when they cannot be read; nothing is stored then
   * @throws BusyException when too many checks run
   */
  public CheckRun checkFile(
      DataSource source, @Nullable Crs crs, CheckOptions options, Progress progress) {
    Check check = inPlace(() -> new LayerChecker().check(read(source, crs, options), progress));
    return store.insert(Subject.FILE, source.name(), clock.instant(), null, check);
  }

  private static CheckInput read(DataSource source, @Nullable Crs crs, CheckOptions options) {
    ReadOptions reading = new ReadOptions(crs, null, UPLOAD_LIMITS);
    LayerFiles files = new LayerFiles();
    if (!files.isGeoJson(source, reading)) {
      return new CheckInput(java.util.List.of(files.read(source, reading)), null, null, options);
    }
    GeoJsonReader.Document document =
        new GeoJsonReader().readDocument(source, reading, Set.of("domain", "within"));
    Map<String, Layer> members = document.members();
    return new CheckInput(
        java.util.List.of(document.layer()), members.get("domain"), members.get("within"), options);
  }

  private <T> T inPlace(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /** Cheap: for whoever keeps something made of the latest check. */
  Optional<Long> findLatestId(Subject subject) {
    return store.findLatestId(subject);
  }

  public Optional<CheckRun> findLatest(Subject subject) {
    return store.findLatestId(subject).flatMap(store::find);
  }

  public Optional<CheckRun> find(long id) {
    return store.find(id);
  }

  /** Too many checks run already. */
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
      super("too many checks run already");
    }
  }
}
