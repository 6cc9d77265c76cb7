package org.wangge.web;

import io.javalin.http.Context;
import java.util.Collection;
import org.wangge.policy.Area;
import org.wangge.policy.Right;
import org.wangge.policy.Viewer;

/** Who the request being handled is from, as the {@link Gate} said. */
public final class Visitor {
  private static final String VIEWER = Viewer.class.getName();

  /** What a handler says of its own work, for the audit trail. */
  public static final String NOTE = Visitor.class.getName() + ".note";

  private Visitor() {}

  public static Viewer of(Context context) {
    Viewer viewer = context.attribute(VIEWER);
    if (viewer == null) {
      throw new IllegalStateException("no gate stood before " + context.path());
    }
    return viewer;
  }

  static boolean isKnown(Context context) {
    return context.attribute(VIEWER) != null;
  }

  static void remember(Context context, Viewer viewer) {
    context.attribute(VIEWER, viewer);
  }

  /**
   * Asks that a thing lies where the viewer has the right.
   *
   * @param chain the codes of the grid and all units that hold it
   * @throws ProblemException 403
   */
  public static void requireWithin(Context context, Right right, Collection<String> chain) {
    Area area = of(context).area(right);
    if (!area.contains(chain)) {
      throw Problem.of(
              ProblemKind.FORBIDDEN, "This lies outside the units you are responsible for.")
          .withAttempted(right.label())
          .withValue(context.path())
          .withRemedy("Ask an administrator for a grant of this unit.")
          .raise();
    }
  }

  /** One sentence on what was done, for the audit trail. */
  public static void note(Context context, String sentence) {
    context.attribute(NOTE, sentence);
  }
}
