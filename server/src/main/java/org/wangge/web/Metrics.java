package org.wangge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.DoubleSupplier;

/**
 * Figures for Prometheus at {@code GET /metrics}: requests by route, method and status with their
 * duration, the JVM, and gauges that others add. Routes are templates, so that the number of series
 * stays small.
 */
public final class Metrics implements Routes {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests;

  public Metrics() {
    JvmMetrics.builder().register(registry);
    requests =
        Histogram.builder()
            .name("http_server_request_duration_seconds")
            .help("Duration of requests")
            .unit(Unit.SECONDS)
            .labelNames("method", "route", "status")
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
            .classicOnly()
            .register(registry);
  }

  /** A figure asked for at each scrape. */
  public void addGauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/metrics", this::scrape);
  }

  void observe(String method, String route, int status, double seconds) {
    requests.labelValues(method, route, Integer.toString(status)).observe(seconds);
  }

  private void scrape(Context context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    context
        .header("Cache-Control", "no-store")
        .contentType(PrometheusTextFormatWriter.CONTENT_TYPE)
        .result(out.toByteArray());
  }
}
