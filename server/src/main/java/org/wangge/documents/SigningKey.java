package org.wangge.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Ed25519 key that a server signs certificates with: made once, kept in {@code certificate.key}
 * of the data directory, which only the server's own user can read. Whoever loses the file goes on
 * with a new key; certificates carry the public one, so old ones stay provable.
 */
public final class SigningKey {
  private static final String FILE = "certificate.key";
  private static final String ALGORITHM = "Ed25519";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final int SHOWN_BYTES = 8;

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /**
   * The key of a data directory; made when there is none.
   *
   * @throws IllegalArgumentException when the file is no key
   */
  public static SigningKey in(Path data) {
    Path file = data.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return read(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot keep " + file, failed);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(file + " holds no Ed25519 key pair", unreadable);
    }
  }

  /** Another process may do the same at once: who comes second takes the key of the first. */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    String text =
        pem("PRIVATE KEY", pair.getPrivate().getEncoded())
            + pem("PUBLIC KEY", pair.getPublic().getEncoded());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(fresh, text);
    try {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException second) {
      Files.delete(fresh);
    }
  }

  private static SigningKey read(String text) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
    return new SigningKey(
        factory.generatePrivate(new PKCS8EncodedKeySpec(der(text, "PRIVATE KEY"))),
        factory.generatePublic(new X509EncodedKeySpec(der(text, "PUBLIC KEY"))));
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, LINES.encodeToString(der), what);
  }

  private static byte[] der(String text, String what) {
    Matcher found =
        Pattern.compile("-----BEGIN " + what + "-----([^-]+)-----END " + what + "-----")
            .matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("there is no " + what + " in it");
    }
    return Base64.getMimeDecoder().decode(found.group(1));
  }

  /** The public key as PEM. */
  public String publicPem() {
    return pem("PUBLIC KEY", open.getEncoded());
  }

  /** The public key, DER in base 64. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(open.getEncoded());
  }

  /** Short name of the key. */
  public String id() {
    return id(open.getEncoded());
  }

  static String id(byte[] der) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
      return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The signature in base 64. */
  String sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** DER of a public key given as PEM. */
  static byte[] publicDer(String pem) {
    return der(pem, "PUBLIC KEY");
  }

  /**
   * Whether a signature is that of a key over these bytes; false also when they are no such things.
   */
  static boolean verifies(byte[] publicDer, byte[] bytes, String signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicDer)));
      check.update(bytes);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException no) {
      return false;
    }
  }
}
