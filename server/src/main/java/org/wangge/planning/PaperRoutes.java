package org.wangge.planning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;
import org.wangge.web.Download;
import org.wangge.web.Entity;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * What a draft means for people ({@code …/impact}) and the documents that are handed in with it
 * ({@code …/documents/{name}}).
 */
final class PaperRoutes implements Routes {
  private final DraftPathRoutes access;
  private final Papers papers;

  PaperRoutes(Drafts drafts, Papers papers) {
    this.access = new DraftPathRoutes(drafts);
    this.papers = papers;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts/{id}/impact", this::impact);
    routes.get("/api/v1/drafts/{id}/documents/{name}", this::document);
  }

  private void impact(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    InForce base = draft.drawing().base();
    PlanComparison comparison = PlanComparison.of(base, draft.drawing().drawn());
    Map<String, Object> json = new LinkedHashMap<>(papers.changes(comparison, Visitor.of(context)));
    double share = base.settings().identityShare();
    json.put("identityShare", share);
    json.put("identity", comparison.identityWarnings(share));
    DraftRoutes.json(context, json);
  }

  private void document(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    String name = context.pathParam("name");
    if (!papers.names().contains(name)) {
      throw Problem.notFound("document", name)
          .withRemedy("Ask for one of " + String.join(", ", papers.names()) + ".")
          .raise();
    }
    Optional<LocalDate> until = draft.draft().noticeUntil();
    Papers.Of of =
        new Papers.Of(
            draft.draft().title(),
            until.map(
                day ->
                    draft
                        .draft()
                        .updatedAt()
                        .atZone(draft.drawing().base().settings().timeZone())
                        .toLocalDate()),
            until);
    Papers.Paper paper =
        papers.make(name, draft.drawing().base(), draft.drawing().drawn(), Visitor.of(context), of);
    Download.send(
        context,
        Entity.of(paper.bytes(), paper.contentType()),
        paper.fileName(),
        "draft-" + draft.draft().id() + "-" + name,
        paper.contentType().endsWith("/pdf"));
  }
}
