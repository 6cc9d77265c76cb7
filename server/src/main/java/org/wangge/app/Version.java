package org.wangge.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/**
 * The version of this build, from the jar's manifest; {@code development} when run from classes.
 */
final class Version implements IVersionProvider {

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"wangge " + text()};
  }
}
