package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.territory.TestDistricts;
import org.wangge.web.TestClient;
import org.wangge.web.WebServer;
import picocli.CommandLine;

/** The commands account, token and audit, on a store of their own and through a running server. */
class AccessCommandsTest {

  @TempDir Path data;

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return new Ran(command.execute(all), out.toString().strip(), err.toString().strip());
  }

  private Config config() {
    return Config.of(Map.of("data", data.toString(), "port", "0"), Map.of(), null);
  }

  @Test
  void withoutAServerTheyOpenTheStore() {
    Ran made = run("account", "create", "li.ming", "--role", "planner", "--display-name", "李明");
    assertEquals("", made.err());
    assertEquals(16, made.out().length());
    assertTrue(run("account", "list").out().startsWith("li.ming"), run("account", "list").out());
    assertEquals(0, run("account", "disable", "li.ming").code());
    assertTrue(run("account", "list").out().endsWith("disabled"));
    assertFalse(made.out().equals(run("account", "password", "li.ming").out()));
    Ran verified = run("audit", "verify");
    assertEquals(0, verified.code());
    assertTrue(verified.out().startsWith("3 events, the chain holds"), verified.out());
    assertTrue(run("audit", "export").out().contains("account li.ming"));
  }

  @Test
  void theySayWhatIsWrong() {
    Ran unknown = run("account", "create", "li", "--role", "emperor");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("role"), unknown.err());
    Ran nowhere = run("token", "create", "--role", "planner", "--scope", "430302");
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("scope"), nowhere.err());
    assertTrue(run("account", "disable", "nobody").err().contains("there is no account nobody"));
  }

  @Test
  void theyGoThroughTheServerThatRuns() throws Exception {
    try (App app = App.open(config())) {
      app.territory().publishFirst(TestDistricts.chessboard(8));
      WebServer server = app.serve(config());
      ControlFile.below(data).write(server.url(), app.access().localKey().text());
      TestClient client = new TestClient(server.url());

      Ran made =
          run("token", "create", "--role", "planner", "--scope", TestDistricts.CODE, "--days", "3");
      assertEquals("", made.err());
      String[] bearer = {"Authorization", "Bearer " + made.out()};
      assertEquals(404, client.get("/api/v1/checks/latest", bearer).statusCode());
      assertEquals(403, client.get("/api/v1/audit", bearer).statusCode());

      String id = made.out().split("_")[1];
      assertTrue(run("token", "list").out().startsWith(id));
      assertEquals(0, run("token", "revoke", id).code());
      assertEquals(401, client.get("/api/v1/district", bearer).statusCode());
    }
  }

  @Test
  void theKeyOfARunningServerIsForItsOwnerAlone() throws Exception {
    ControlFile.below(data).write("http://127.0.0.1:1", "local_x");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("server.control"))));
  }

  @Test
  void aServerThatWasKilledIsNotWaitedFor() {
    ControlFile.below(data).write("http://127.0.0.1:1", "local_x");
    assertEquals(0, run("account", "list").code());
  }
}
