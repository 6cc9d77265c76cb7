package org.wangge.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.wangge.fabric.Fabric;

/**
 * The publications, which of them holds on which day, and where a day begins. Total from the first
 * effective day on.
 */
final class Succession {
  private final List<Publication> publications;
  private final ZoneId zone;
  private final BiFunction<Publication, Optional<Fabric>, InForce> loader;
  private final Recent<InForce> kept;

  /**
   * @param kept the snapshots asked for last, by the hash of their publication: the same for all
   *     successions that come after one another
   */
  Succession(
      List<Publication> publications,
      ZoneId zone,
      Recent<InForce> kept,
      BiFunction<Publication, Optional<Fabric>, InForce> loader) {
    this.publications = publications;
    this.zone = zone;
    this.kept = kept;
    this.loader = loader;
  }

  List<Publication> publications() {
    return publications;
  }

  ZoneId zone() {
    return zone;
  }

  Optional<Publication> first() {
    return publications.stream().findFirst();
  }

  Optional<InForce> find(LocalDate day) {
    return publicationOn(day).map(this::snapshot);
  }

  Optional<InForce> findNumber(int number) {
    return publications.stream()
        .filter(publication -> publication.number() == number)
        .findFirst()
        .map(this::snapshot);
  }

  /** What was believed at an instant to hold on a day. */
  Optional<InForce> find(LocalDate day, Instant recorded) {
    return last(each -> !each.effective().isAfter(day) && !each.recorded().isAfter(recorded))
        .map(this::snapshot);
  }

  private Optional<Publication> publicationOn(LocalDate day) {
    return last(each -> !each.effective().isAfter(day));
  }

  private Optional<Publication> last(Predicate<Publication> condition) {
    for (int i = publications.size() - 1; i >= 0; i--) {
      if (condition.test(publications.get(i))) {
        return Optional.of(publications.get(i));
      }
    }
    return Optional.empty();
  }

  /** Where a publication is not what its hash says, or does not follow the one before. */
  List<String> brokenLinks() {
    List<String> broken = new ArrayList<>();
    String previous = "";
    for (Publication each : publications) {
      if (!each.decision().previousHash().equals(previous)) {
        broken.add("publication " + each.number() + " does not follow the one before");
      }
      if (!PublicationHash.of(snapshot(each)).equals(each.hash())) {
        broken.add("publication " + each.number() + " is not what was published");
      }
      previous = each.hash();
    }
    return broken;
  }

  private InForce snapshot(Publication publication) {
    return kept.get(
        publication.hash(), () -> loader.apply(publication, knownFabric(publication.fabric())));
  }

  private Optional<Fabric> knownFabric(int number) {
    return kept.copy().values().stream()
        .filter(snapshot -> snapshot.publication().fabric() == number)
        .map(InForce::fabric)
        .findFirst();
  }
}
