package org.wangge.app;

import java.util.Map;
import java.util.Set;
import org.wangge.documents.Document;
import org.wangge.documents.DocumentOptions;
import org.wangge.documents.Documents;
import org.wangge.planning.Papers;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;

/** The documents of a publication, made of a draft. */
record DraftPapers(Documents documents) implements Papers {

  @Override
  public Set<String> names() {
    return Documents.names();
  }

  @Override
  public Paper make(String name, InForce before, InForce after, Viewer viewer, Of draft) {
    DocumentOptions plain = DocumentOptions.ofDraft(draft.title());
    DocumentOptions options =
        draft.noticeFrom().isPresent() && draft.noticeUntil().isPresent()
            ? plain.withNotice(draft.noticeFrom().get(), draft.noticeUntil().get())
            : plain;
    Document made = documents.make(name, before, after, viewer, options);
    return new Paper(made.fileName(), made.contentType(), made.bytes());
  }

  @Override
  public Map<String, Object> changes(PlanComparison comparison, Viewer viewer) {
    return documents.changes(comparison, viewer).members();
  }
}
