package org.wangge.territory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Fabric;

/**
 * The publications and which of them holds on which day. Total from the first effective day on.
 * Keeps the snapshots that were asked for last; a snapshot of the same publication is taken over
 * from the succession before.
 */
final class Succession {
  private static final int SNAPSHOTS_KEPT = 3;

  private final List<Publication> publications;
  private final BiFunction<Publication, Optional<Fabric>, InForce> loader;
  private final Map<String, InForce> kept = new LinkedHashMap<>(8, 0.75f, true);
  private volatile @Nullable InForce latest;

  Succession(
      List<Publication> publications,
      Optional<Succession> before,
      BiFunction<Publication, Optional<Fabric>, InForce> loader) {
    this.publications = publications;
    this.loader = loader;
    before.ifPresent(succession -> kept.putAll(succession.copyOfKept()));
  }

  private synchronized Map<String, InForce> copyOfKept() {
    return new LinkedHashMap<>(kept);
  }

  List<Publication> publications() {
    return publications;
  }

  Optional<Publication> first() {
    return publications.stream().findFirst();
  }

  Optional<InForce> find(LocalDate day) {
    return publicationOn(day).map(this::snapshot);
  }

  private Optional<Publication> publicationOn(LocalDate day) {
    for (int i = publications.size() - 1; i >= 0; i--) {
      if (!publications.get(i).effective().isAfter(day)) {
        return Optional.of(publications.get(i));
      }
    }
    return Optional.empty();
  }

  /** The one asked for last is found without a lock: it is what nearly every request asks for. */
  private InForce snapshot(Publication publication) {
    InForce last = latest;
    if (last != null && last.publication().hash().equals(publication.hash())) {
      return last;
    }
    return keepOrLoad(publication);
  }

  private synchronized InForce keepOrLoad(Publication publication) {
    InForce snapshot = kept.get(publication.hash());
    if (snapshot == null) {
      snapshot = loader.apply(publication, knownFabric(publication.fabric()));
      keep(snapshot);
    }
    latest = snapshot;
    return snapshot;
  }

  /** Takes a snapshot that was just read. */
  synchronized void keep(InForce snapshot) {
    kept.put(snapshot.publication().hash(), snapshot);
    dropOldest();
  }

  private Optional<Fabric> knownFabric(int number) {
    return kept.values().stream()
        .filter(snapshot -> snapshot.publication().fabric() == number)
        .map(InForce::fabric)
        .findFirst();
  }

  private void dropOldest() {
    if (kept.size() > SNAPSHOTS_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
