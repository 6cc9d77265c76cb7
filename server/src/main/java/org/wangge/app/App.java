package org.wangge.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.access.Access;
import org.wangge.atlas.AtlasRoutes;
import org.wangge.cases.CaseFeature;
import org.wangge.cases.HotSpot;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureSource;
import org.wangge.checking.CheckRoutes;
import org.wangge.checking.CheckService;
import org.wangge.checking.FindingSource;
import org.wangge.db.Database;
import org.wangge.db.DatabaseConfig;
import org.wangge.demo.DemoDistrict;
import org.wangge.demo.DemoLayer;
import org.wangge.documents.DocumentRoutes;
import org.wangge.documents.Documents;
import org.wangge.documents.SigningKey;
import org.wangge.exchange.Crs;
import org.wangge.exchange.Gcj02;
import org.wangge.exchange.Projections;
import org.wangge.fabric.Progress;
import org.wangge.features.CrsCatalog;
import org.wangge.features.OgcRoutes;
import org.wangge.features.ServedCrs;
import org.wangge.party.PartyFeature;
import org.wangge.planning.PlanningFeature;
import org.wangge.policy.RouteTable;
import org.wangge.services.ServiceFeature;
import org.wangge.territory.Attributions;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TerritoryRoutes;
import org.wangge.territory.TerritorySources;
import org.wangge.web.HealthRoutes;
import org.wangge.web.LiveStream;
import org.wangge.web.Routes;
import org.wangge.web.WebServer;

/**
 * The whole server, wired by hand: the one place that knows every part. A new feature is a new
 * package and a line here.
 */
final class App implements AutoCloseable {
  private final Clock clock;
  private final Database database;
  private final Territory territory;
  private final Catalogue catalogue = new Catalogue();
  private final Attributions attributions = new Attributions();
  private final Map<Integer, ServedCrs> metricCrs = new ConcurrentHashMap<>();
  private final LiveStream live = new LiveStream();
  private final AtlasRoutes atlas;
  private final CaseFeature cases;
  private final CheckService checks;
  private final Access access;
  private final Path data;
  private final List<Routes> routes = new ArrayList<>();
  private final List<DemoLayer> demoLayers = new ArrayList<>();
  private volatile boolean closed;
  private Optional<WebServer> server = Optional.empty();

  private App(Config config, Database database, Clock clock) {
    this.clock = clock;
    this.database = database;
    this.data = config.data();
    this.territory = new Territory(database, Projections::of, clock);
    this.atlas = new AtlasRoutes(territory);
    this.checks = new CheckService(database, territory, clock);
    this.access = new Access(database, territory, config.access(), clock);
    this.cases = new CaseFeature(database, territory, catalogue, App::fromGcj02);
  }

  /** Opens the store and wires everything; nothing listens yet. */
  static App open(Config config) {
    return open(config, Database.open(databaseConfig(config)), Clock.systemUTC());
  }

  /** The same on a store that is open already and by another clock; closing closes the store. */
  static App open(Config config, Database database, Clock clock) {
    try {
      return new App(config, database, clock).wire();
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  private static DatabaseConfig databaseConfig(Config config) {
    DatabaseConfig plain = DatabaseConfig.of(config.jdbcUrl());
    return new DatabaseConfig(
        plain.url(),
        config.databaseUser().isEmpty() ? null : config.databaseUser(),
        config.databasePassword().isEmpty() ? null : config.databasePassword(),
        plain.poolSize(),
        plain.statementTimeoutSeconds());
  }

  private App wire() {
    TerritorySources.of(territory).forEach(catalogue::register);
    routes.addAll(TerritoryRoutes.of(territory));
    routes.add(new HealthRoutes(Version.text(), health()));
    routes.addAll(cases.routes());
    PartyFeature party = new PartyFeature(database, territory, catalogue, App::fromGcj02);
    routes.addAll(party.routes());
    ServiceFeature services = new ServiceFeature(database, territory, catalogue, App::fromGcj02);
    routes.addAll(services.routes());
    List.of(cases.attribution(), party.attribution(), services.attribution())
        .forEach(attributions::register);
    demoLayers.add((district, seed, progress) -> services.seedDemo(seed));
    demoLayers.add((district, seed, progress) -> party.seedDemo(seed));
    demoLayers.add((district, seed, progress) -> cases.seedDemo(seed));
    routes.add(live);
    routes.add(atlas);
    territory.onChange(this::warm);
    catalogue.register(new FindingSource(checks, territory));
    routes.add(new CheckRoutes(checks, live));
    Documents documents = new Documents(attributions.list());
    routes.add(new DocumentRoutes(territory, documents, () -> SigningKey.in(data)));
    PlanningFeature planning =
        new PlanningFeature(
            database,
            territory,
            attributions,
            AtlasRoutes::bundle,
            new DraftPapers(documents),
            access::displayNames,
            clock);
    routes.addAll(planning.routes());
    demoLayers.add((district, seed, progress) -> planning.openReview());
    routes.addAll(access.routes());
    return this;
  }

  /**
   * The first visitor after a start or a publication shall not wait for the map to be made; a
   * command that ends before it is made does not care.
   */
  private void warm() {
    Runnable work =
        () -> {
          try {
            atlas.warm();
            cases.warm();
          } catch (RuntimeException failure) {
            if (!closed) {
              throw failure;
            }
          }
        };
    Thread warming = new Thread(work, "warm");
    warming.setDaemon(true);
    warming.start();
  }

  private Routes ogc() {
    return new OgcRoutes(catalogue, crs(), territory::zone, Version.text(), clock);
  }

  /** What coordinates are served in; the metric one is the district's own. */
  private CrsCatalog crs() {
    return CrsCatalog.of(
        () ->
            metricCrs.computeIfAbsent(
                territory.findInForce().map(it -> it.settings().metricSrid()).orElse(4547),
                App::served));
  }

  private static ServedCrs served(int srid) {
    Crs metric = Crs.epsg(srid);
    return ServedCrs.metric(metric.srid(), metric.northFirst(), metric.toLonLat()::apply);
  }

  private static Coordinate fromGcj02(double lon, double lat) {
    double[] place = {lon, lat};
    Gcj02.toWgs84().apply(place, 1);
    return new Coordinate(place[0], place[1]);
  }

  private Map<String, Supplier<HealthRoutes.Part>> health() {
    Map<String, Supplier<HealthRoutes.Part>> parts = new LinkedHashMap<>();
    parts.put(
        "store", () -> new HealthRoutes.Part(database.isReachable(), database.dialect().name()));
    parts.put("plan", this::planHealth);
    return parts;
  }

  private HealthRoutes.Part planHealth() {
    return territory
        .findInForce()
        .map(InForce::publication)
        .map(it -> new HealthRoutes.Part(true, "No. " + it.number() + " from " + it.effective()))
        .orElseGet(() -> new HealthRoutes.Part(true, "none yet"));
  }

  Access access() {
    return access;
  }

  /** What is counted when ground changes hands. */
  Attributions attributions() {
    return attributions;
  }

  CheckService checks() {
    return checks;
  }

  Territory territory() {
    return territory;
  }

  Database database() {
    return database;
  }

  /**
   * Fills an empty store with the demo district, and the layers of a synthetic district that are
   * still empty: a start that was broken off is made up for.
   */
  void seedDemo(Progress progress) {
    if (territory.findInForce().isEmpty()) {
      territory.publishFirst(
          DemoDistrict.build(
              DemoDistrict.SEED, Projections.of(DemoDistrict.METRIC_SRID), progress));
    }
    for (DemoLayer layer : demoLayers) {
      layer.fill(territory.inForce(), DemoDistrict.SEED, progress);
    }
  }

  /** Where the demo data has hot spots planted; empty without demo data. */
  List<HotSpot> listPlantedSpots() {
    return cases.listPlantedSpots();
  }

  /** A collection that the policy does not know would be open to whoever asks for it. */
  private void requirePolicy() {
    for (FeatureSource source : catalogue.list()) {
      String id = source.description().id();
      if (RouteTable.findCollectionRight(id).isEmpty()) {
        throw new IllegalStateException("the collection " + id + " is not in the policy's table");
      }
    }
  }

  /** Starts to listen. */
  WebServer serve(Config config) {
    routes.add(ogc());
    requirePolicy();
    WebServer started = WebServer.start(config.web(), access.gate(), routes);
    server = Optional.of(started);
    warm();
    return started;
  }

  /** The server that listens. */
  WebServer server() {
    return server.orElseThrow();
  }

  @Override
  public void close() {
    closed = true;
    live.close();
    server.ifPresent(WebServer::close);
    database.close();
  }
}
