package org.wangge.documents;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.territory.Publication;
import org.wangge.territory.Territory;
import org.wangge.web.Download;
import org.wangge.web.Entity;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * The documents of a publication, its certificate, and the key that certificates are signed with.
 * One document is made at a time, and the last ones are kept: whoever asks for the same wall map
 * again costs nothing.
 */
public final class DocumentRoutes implements Routes {
  private static final int KEPT = 12;

  private final Territory territory;
  private final Documents documents;
  private final Supplier<SigningKey> key;
  private final Map<String, Document> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Document> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param key asked for when the first certificate is
   */
  public DocumentRoutes(Territory territory, Documents documents, Supplier<SigningKey> key) {
    this.territory = territory;
    this.documents = documents;
    this.key = key;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/publications/{n}/documents/{name}", this::document);
    routes.get("/api/v1/publications/{n}/certificate.json", this::certificateJson);
    routes.get("/api/v1/publications/{n}/certificate.pdf", this::certificatePdf);
    routes.get("/api/v1/certificate-key", this::key);
  }

  private void document(Context context) {
    String name = context.pathParam("name");
    Query query = Query.of(context, "unit", "noticeFrom", "noticeUntil");
    InForce after = publication(context);
    if (!Documents.names().contains(name)) {
      throw Problem.notFound("document", name)
          .withRemedy("Ask for one of " + String.join(", ", Documents.names()) + ".")
          .raise();
    }
    DocumentOptions options = options(query, after);
    Viewer viewer = Visitor.of(context);
    String id =
        String.join("/", after.version(), name, options.toString(), insider(viewer).toString());
    Document made = made(id, () -> documents.make(name, before(after), after, viewer, options));
    send(context, made, after.settings().code() + "-" + name);
  }

  private static Boolean insider(Viewer viewer) {
    return viewer.may(Right.DUTY_READ);
  }

  private static DocumentOptions options(Query query, InForce after) {
    Optional<String> unit = query.findText("unit");
    unit.filter(code -> after.findUnit(code).isEmpty()).ifPresent(DocumentRoutes::refuse);
    DocumentOptions options = DocumentOptions.ofPublication().withUnit(unit);
    Optional<LocalDate> from = query.findDate("noticeFrom");
    Optional<LocalDate> until = query.findDate("noticeUntil");
    return from.isPresent() && until.isPresent()
        ? options.withNotice(from.get(), until.get())
        : options;
  }

  private static void refuse(String unit) {
    throw Query.bad(
        "unit", unit, "There is no such unit.", "Give the code of a township or community.");
  }

  private InForce publication(Context context) {
    String number = context.pathParam("n");
    return Optional.of(number)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .flatMap(text -> territory.findPublication(Integer.parseInt(text)))
        .orElseThrow(() -> missing(number));
  }

  private static ProblemException missing(String number) {
    return Problem.notFound("publication", number).raise();
  }

  /** What held before; the publication itself when it is the first. */
  private InForce before(InForce after) {
    return territory.findPublication(after.publication().number() - 1).orElse(after);
  }

  private synchronized Document made(String id, Supplier<Document> maker) {
    Document known = kept.get(id);
    Document document = known == null ? maker.get() : known;
    kept.put(id, document);
    return document;
  }

  private static void send(Context context, Document document, String plainName) {
    Entity entity = Entity.of(document.bytes(), document.contentType());
    boolean inline = document.contentType().endsWith("/pdf");
    Download.send(context, entity, document.fileName(), plainName, inline);
  }

  private void certificateJson(Context context) {
    Query.of(context);
    InForce inForce = publication(context);
    Document made =
        made(
            inForce.version() + "/certificate.json",
            () ->
                document(
                    inForce,
                    ".json",
                    "application/json",
                    JsonOut.bytes(certificate(inForce).signed(key.get()))));
    send(context, made, inForce.settings().code() + "-certificate.json");
  }

  private void certificatePdf(Context context) {
    Query.of(context);
    InForce inForce = publication(context);
    Document made =
        made(
            inForce.version() + "/certificate.pdf",
            () ->
                document(
                    inForce,
                    ".pdf",
                    "application/pdf",
                    CertificatePdf.make(certificate(inForce), key.get())));
    send(context, made, inForce.settings().code() + "-certificate.pdf");
  }

  private static Document document(
      InForce inForce, String ending, String contentType, byte[] bytes) {
    String name = inForce.settings().name() + "网格无缝覆盖证书（第" + inForce.publication().number() + "版）";
    return new Document(name + ending, contentType, bytes);
  }

  private Certificate certificate(InForce inForce) {
    int before = inForce.publication().number() - 1;
    String previous =
        territory.publications().stream()
            .filter(each -> each.number() == before)
            .map(Publication::hash)
            .findFirst()
            .orElse("");
    return Certificate.of(inForce, previous);
  }

  private void key(Context context) {
    Query.of(context);
    SigningKey now = key.get();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("algorithm", "Ed25519");
    answer.put("keyId", now.id());
    answer.put("publicKey", now.publicPem());
    Entity.json(answer).send(context);
  }
}
