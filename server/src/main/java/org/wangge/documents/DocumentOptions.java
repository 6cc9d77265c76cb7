package org.wangge.documents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the snapshots do not say.
 *
 * @param draft title of the draft that the document is of; empty for a publication
 * @param unit code of the unit that a map or table is limited to; empty for the whole district
 * @param noticeFrom first day of the notice period; empty when not known yet
 * @param noticeUntil last day of the notice period; empty when not known yet
 * @param basis what the change rests on, for the notice; empty for the usual words
 * @param feedback where to send objections, for the notice; empty leaves a line to fill in
 */
public record DocumentOptions(
    Optional<String> draft,
    Optional<String> unit,
    Optional<LocalDate> noticeFrom,
    Optional<LocalDate> noticeUntil,
    String basis,
    String feedback) {

  /** Of a publication, of the whole district. */
  public static DocumentOptions ofPublication() {
    return new DocumentOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "");
  }

  /** Of a draft with that title, of the whole district. */
  public static DocumentOptions ofDraft(String title) {
    return new DocumentOptions(
        Optional.of(title), Optional.empty(), Optional.empty(), Optional.empty(), "", "");
  }

  public DocumentOptions withUnit(Optional<String> code) {
    return new DocumentOptions(draft, code, noticeFrom, noticeUntil, basis, feedback);
  }

  /** The days, both included, in which objections may be raised. */
  public DocumentOptions withNotice(LocalDate from, LocalDate until) {
    return new DocumentOptions(draft, unit, Optional.of(from), Optional.of(until), basis, feedback);
  }

  public DocumentOptions withBasis(String words) {
    return new DocumentOptions(draft, unit, noticeFrom, noticeUntil, words, feedback);
  }

  public DocumentOptions withFeedback(String words) {
    return new DocumentOptions(draft, unit, noticeFrom, noticeUntil, basis, words);
  }
}
