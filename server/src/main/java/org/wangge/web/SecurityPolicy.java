package org.wangge.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The content security policy of pages: everything from this server alone, no inline script but the
 * import map, which is allowed by its hash, and images also from the hosts of a configured tile
 * service.
 *
 * @param imageSources scheme and host of tile services, mostly empty
 */
public record SecurityPolicy(List<String> imageSources) {
  /** What answers that are no pages carry: nothing may come of them. */
  public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final Pattern IMPORT_MAP =
      Pattern.compile(
          "<script[^>]*type=[\"']importmap[\"'][^>]*>(.*?)</script>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  public SecurityPolicy {
    imageSources = List.copyOf(imageSources);
  }

  /** The policy for one page, allowing the import maps found in it. */
  public String of(String page) {
    String images = imageSources.stream().map(source -> " " + source).collect(Collectors.joining());
    return "default-src 'none'; script-src 'self'"
        + importMapHashes(page)
        + "; style-src 'self'; img-src 'self' data: blob:"
        + images
        + "; connect-src 'self'; font-src 'self'; worker-src 'self' blob:; manifest-src 'self'"
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
  }

  private static String importMapHashes(String page) {
    return IMPORT_MAP
        .matcher(page)
        .results()
        .map(found -> " 'sha256-" + hash(found.group(1)) + "'")
        .collect(Collectors.joining());
  }

  static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
