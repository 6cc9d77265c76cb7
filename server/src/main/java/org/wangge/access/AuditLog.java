package org.wangge.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.wangge.policy.Redaction;
import org.wangge.policy.Viewer;

/**
 * The audit trail. Whatever is written passes {@link Redaction}: it says that a person's data was
 * read or changed, not the numbers themselves.
 *
 * <p>The chain shows that nothing inside it was changed, left out or put in later. That its end was
 * not cut off, or all of it written anew, shows only a head that was kept elsewhere: print it with
 * {@link #verify} now and then and keep it.
 */
public final class AuditLog {
  /** Carried out. */
  static final String DONE = "done";

  /** Not let in, or not among his rights. */
  static final String REFUSED = "refused";

  /** Let in, but it came to nothing. */
  static final String FAILED = "failed";

  private static final int LONGEST_TEXT = 2_000;

  private final AuditStore store;
  private final Clock clock;

  AuditLog(AuditStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is to be noted.
   *
   * @param action lower case with hyphens
   * @param subject on what
   * @param outcome done, refused or failed
   * @param before what stood there, or empty
   * @param after what stands there now, or empty
   * @param why the reason given, or empty
   */
  record Entry(
      String action, String subject, String outcome, String before, String after, String why) {

    static Entry done(String action, String subject) {
      return new Entry(action, subject, DONE, "", "", "");
    }

    static Entry refused(String action, String subject, String why) {
      return new Entry(action, subject, REFUSED, "", "", why);
    }

    Entry change(String from, String to, String reason) {
      return new Entry(action, subject, outcome, from, to, reason);
    }
  }

  /** Adds an entry, in the transaction of the caller when there is one. */
  void note(Viewer viewer, String address, Entry entry) {
    store.add(
        new AuditEvent(
            0,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            viewer.name(),
            viewer.kind().name().toLowerCase(java.util.Locale.ROOT),
            viewer.roles(),
            entry.action(),
            text(entry.subject()),
            entry.outcome(),
            text(entry.before()),
            text(entry.after()),
            text(entry.why()),
            address,
            "",
            ""));
  }

  private static String text(String given) {
    String plain = given.replaceAll("\\p{Cntrl}", " ");
    String masked = Redaction.text(plain);
    return masked.length() <= LONGEST_TEXT ? masked : masked.substring(0, LONGEST_TEXT) + "…";
  }

  /**
   * What a walk along the chain found.
   *
   * @param events how many there are
   * @param head hash of the last
   * @param broken number of the first event that does not fit; none when all do
   * @param why what is wrong there, or empty
   */
  public record Verification(long events, String head, Optional<Long> broken, String why) {
    public boolean holds() {
      return broken.isEmpty();
    }
  }

  /**
   * Walks the whole chain.
   *
   * @param expected a head from before that must still be in it; empty for none
   */
  public Verification verify(String expected) {
    Walk walk = new Walk(expected);
    store.forEach(walk::next);
    return walk.end(store.head());
  }

  /** The chain as it is walked. */
  private static final class Walk {
    private final String expected;
    private boolean met;
    private long seq;
    private String hash = "";
    private Optional<Long> broken = Optional.empty();
    private String why = "";

    Walk(String expected) {
      this.expected = expected;
      this.met = expected.isEmpty();
    }

    void next(AuditEvent event) {
      if (event.seq() != seq + 1) {
        fail(seq + 1, "event " + (seq + 1) + " is missing");
      } else if (!event.previousHash().equals(hash)) {
        fail(event.seq(), "it does not follow the event before");
      } else if (!event.isIntact()) {
        fail(event.seq(), "its text was changed");
      }
      seq = event.seq();
      hash = event.hash();
      met = met || hash.equals(expected);
    }

    private void fail(long at, String reason) {
      if (broken.isEmpty()) {
        broken = Optional.of(at);
        why = reason;
      }
    }

    Verification end(AuditStore.Head head) {
      if (head.seq() != seq || !head.hash().equals(hash)) {
        fail(seq + 1, "the end is cut off: event " + head.seq() + " was the last");
      }
      if (!met) {
        fail(1, "the head kept from before is not in the chain: it was written anew");
      }
      return new Verification(seq, hash, broken, why);
    }
  }
}
