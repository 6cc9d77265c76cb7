package org.wangge.territory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wangge.db.Database;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.FaceMap;
import org.wangge.zoning.Plan;

/**
 * The district through time: the publication in force in memory as one snapshot, the others from
 * the store. Thread-safe.
 *
 * <p>A snapshot is swapped whole after a commit, of this server or of another on the same store;
 * whoever holds the old one can go on reading it.
 */
public final class Territory {
  private static final String TOPIC = "territory";

  private final Database database;
  private final IntFunction<Projection> projections;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<FaceBound> bound = new CopyOnWriteArrayList<>();
  private final Recent<FaceMap> maps = new Recent<>();
  private final Recent<InForce> snapshots = new Recent<>();
  private volatile Succession succession;

  /**
   * Reads what is in force.
   *
   * @param projections the projection of a metric CRS by its EPSG number
   * @param clock tells the instant; which day that is, the district's time zone says
   */
  public Territory(Database database, IntFunction<Projection> projections, Clock clock) {
    this.database = database;
    this.projections = projections;
    this.clock = clock;
    this.succession = read();
    bound.add(new BoundRowsStore(database, "building"));
    database.changes().listen(TOPIC, text -> reload());
  }

  /**
   * What is in force today.
   *
   * @throws NoPlanException when there is nothing yet
   */
  public InForce inForce() {
    return asOf(today());
  }

  /** {@link #inForce()}, empty when there is nothing yet. */
  public Optional<InForce> findInForce() {
    return findAsOf(today());
  }

  /**
   * What was or will be in force on a day.
   *
   * @throws NoPlanException when the day is before the first publication
   */
  public InForce asOf(LocalDate day) {
    return findAsOf(day)
        .orElseThrow(
            () ->
                new NoPlanException(
                    succession
                        .first()
                        .map(
                            first ->
                                "no plan was in force on "
                                    + day
                                    + "; the first is from "
                                    + first.effective())
                        .orElse("there is no plan yet: import a district or make the demo")));
  }

  /** {@link #asOf}, empty when the day is before the first publication. */
  public Optional<InForce> findAsOf(LocalDate day) {
    return succession.find(day);
  }

  /** What held on the day of an instant, in the district's time zone. */
  public Optional<InForce> findAsOf(Instant instant) {
    return findAsOf(LocalDate.ofInstant(instant, zone()));
  }

  /** What was believed at an instant to hold on a day: later corrections do not count. */
  public Optional<InForce> findAsOf(LocalDate day, Instant recorded) {
    return succession.find(day, recorded);
  }

  /** What became of the grid with a code, as known today; empty when there never was one. */
  public Optional<GridHistory> history(String code) {
    return history(code, Instant.parse("9999-01-01T00:00:00Z"));
  }

  /** The same as it was known at an instant. */
  public Optional<GridHistory> history(String code, Instant recorded) {
    return database.read(handle -> new HistoryStore(handle).find(code, recorded));
  }

  /** What happened to grids by a publication, in the order of the recording. */
  List<GridHistory.Event> listEvents(int publication) {
    return database.read(handle -> new HistoryStore(handle).listEvents(publication));
  }

  /** How many grids a publication has. */
  int countGrids(int publication) {
    return database.read(handle -> new HistoryStore(handle).countGrids(publication));
  }

  /**
   * Reads all publications and follows the chain of their hashes.
   *
   * @return what does not hold, in words; empty when nothing was altered
   */
  public List<String> brokenLinks() {
    return succession.brokenLinks();
  }

  /**
   * A publication by its number, whether it is in force or not. One that another server has just
   * stored is found too, though no notice of it has arrived yet.
   */
  public Optional<InForce> findPublication(int number) {
    if (number > succession.publications().size()) {
      swap();
    }
    return succession.findNumber(number);
  }

  /**
   * The publication recorded last, in force or not yet: what new rows are bound to.
   *
   * @throws NoPlanException when there is none
   */
  public InForce latest() {
    return findPublication(publications().size())
        .orElseThrow(() -> new NoPlanException("there is no plan yet"));
  }

  /**
   * The faces to which rows are bound that lie on these faces of a publication: those of the latest
   * fabric.
   */
  public int[] boundFaces(InForce of, int[] faces) {
    InForce latest = latest();
    if (of.publication().fabric() == latest.publication().fabric()) {
      return faces;
    }
    String both = of.publication().hash() + latest.publication().hash();
    FaceMap parts = maps.get(both, () -> FaceMap.of(of.fabric(), latest.fabric()));
    return IntStream.of(faces).flatMap(face -> IntStream.of(parts.children(face))).toArray();
  }

  /**
   * What would be in force if the proposal were published.
   *
   * @throws NoPlanException when there is no publication that it could stand on
   */
  public InForce preview(Proposal proposal) {
    return findPublication(proposal.base())
        .orElseThrow(() -> new NoPlanException("there is no publication " + proposal.base()))
        .with(proposal);
  }

  /** The district's time zone, the national one when there is no district yet. */
  public ZoneId zone() {
    return succession.zone();
  }

  /** All publications in the order in which they come into force. */
  public List<Publication> publications() {
    return succession.publications();
  }

  public LocalDate today() {
    return now().toLocalDate();
  }

  /** What the clocks of the district show. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), zone());
  }

  /** Called after what is in force may have changed, on any thread; must be quick. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Puts the first plan of an empty store in force: everything in one transaction, read back and
   * compared before it is committed, or nothing at all.
   *
   * @throws RefusedPublicationException when a rule is broken or the store is not empty
   */
  public InForce publishFirst(FirstPublication first) {
    return publishFirst(first, stored -> {});
  }

  /**
   * The same with something more in the same transaction: whatever the companion writes to the
   * database on its thread is stored with the plan, and when it throws nothing is.
   */
  public InForce publishFirst(FirstPublication first, Consumer<InForce> companion) {
    PublicationRules.require(first);
    Plan plan = first.plan();
    String hash = hash(first.effective(), plan, first.units(), first.grids());
    InForce stored =
        database.inTransaction(
            handle -> {
              PublicationStore store = new PublicationStore(handle);
              if (!store.isEmpty()) {
                throw new RefusedPublicationException(
                    List.of("the store has a plan already; import into a fresh store"));
              }
              Projection projection = projections.apply(first.settings().metricSrid());
              store.insertFirst(first, plan, hash, projection, clock);
              InForce readBack = getSame(plan, new SnapshotStore(handle, projections));
              companion.accept(readBack);
              database.changes().tell(handle, TOPIC, "1");
              return readBack;
            });
    snapshots.put(stored.publication().hash(), stored);
    reload();
    return stored;
  }

  /**
   * Puts a proposal in force from its effective day on: everything in one transaction, read back
   * and compared before it is committed, or nothing at all.
   *
   * @throws StaleBaseException when another publication came after the proposal's base
   * @throws RefusedPublicationException when a rule is broken
   */
  public InForce publish(NextPublication next) {
    return publish(next, stored -> {});
  }

  /**
   * The same with something more in the same transaction, as with {@link
   * #publishFirst(FirstPublication, Consumer)}. Whoever is told that another publication came first
   * finds it here, even when no notice of it has arrived yet.
   */
  public InForce publish(NextPublication next, Consumer<InForce> companion) {
    try {
      return publishNext(next, companion);
    } catch (StaleBaseException stale) {
      reload();
      throw stale;
    }
  }

  private InForce publishNext(NextPublication next, Consumer<InForce> companion) {
    int base = next.proposal().base();
    InForce before =
        findPublication(base)
            .orElseThrow(() -> new NoPlanException("there is no publication " + base));
    PublishingStore.requireLast(before.publication(), publications());
    NextPlan plan = NextPlan.of(next, findPublication(base - 1), before);
    InForce stored =
        database.inTransaction(
            handle -> {
              InForce readBack =
                  new PublishingStore(handle, projections, clock).publish(plan, bound);
              companion.accept(readBack);
              database.changes().tell(handle, TOPIC, Integer.toString(plan.number()));
              return readBack;
            });
    snapshots.put(stored.publication().hash(), stored);
    reload();
    return stored;
  }

  /** Rows that follow to the latest fabric whenever a publication splits blocks. */
  public void bind(FaceBound rows) {
    bound.add(rows);
  }

  private static String hash(LocalDate effective, Plan plan, List<Unit> units, List<Grid> grids) {
    return PublicationHash.of("", 1, effective, plan.hash(), units, grids);
  }

  private static InForce getSame(Plan plan, SnapshotStore store) {
    InForce stored = store.get(store.listPublications().get(0), number -> Optional.empty());
    if (!stored.plan().hash().equals(plan.hash())) {
      throw new IllegalStateException("the plan does not come back from the store as it was given");
    }
    return stored;
  }

  private void reload() {
    swap();
    listeners.forEach(Runnable::run);
  }

  /** One at a time: whoever reads later must not be overtaken by who read before. */
  private synchronized void swap() {
    succession = read();
  }

  private Succession read() {
    return database.read(
        handle -> {
          SnapshotStore store = new SnapshotStore(handle, projections);
          ZoneId zone = store.findTimeZone().orElse(DistrictSettings.NATIONAL_TIME_ZONE);
          return new Succession(store.listPublications(), zone, snapshots, this::load);
        });
  }

  private InForce load(Publication publication, Optional<Fabric> known) {
    return database.read(
        handle -> new SnapshotStore(handle, projections).get(publication, number -> known));
  }
}
