package org.wangge.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 by two PEM files: a certificate chain and its key (PKCS #8, not encrypted). */
final class Encryption {
  private static final List<String> KEY_KINDS = List.of("RSA", "EC", "Ed25519");
  private static final String NO_PASSWORD = "";

  private Encryption() {}

  /**
   * @throws IllegalArgumentException with a sentence for people when a file cannot be used
   */
  static SslContextFactory.Server of(WebConfig.Certificate files) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStore(keyStore(files));
    factory.setKeyStorePassword(NO_PASSWORD);
    factory.setKeyManagerPassword(NO_PASSWORD);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }

  private static KeyStore keyStore(WebConfig.Certificate files) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      PrivateKey key = key(files.key());
      Certificate[] chain = chain(files.chain());
      requirePair(key, chain);
      store.setKeyEntry("server", key, NO_PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalArgumentException(
          "cannot use the certificate "
              + files.chain()
              + " with the key "
              + files.key()
              + ": "
              + unusable.getMessage(),
          unusable);
    }
  }

  private static Certificate[] chain(Path file) throws GeneralSecurityException, IOException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .toArray(Certificate[]::new);
  }

  /** A key store takes any key with any certificate; no visitor would get through. */
  private static void requirePair(PrivateKey key, Certificate[] chain)
      throws GeneralSecurityException {
    if (chain.length == 0) {
      throw new GeneralSecurityException("there is no certificate in the file");
    }
    PublicKey shown = chain[0].getPublicKey();
    if (!key.getAlgorithm().equals(shown.getAlgorithm()) || !belongs(key, shown)) {
      throw new GeneralSecurityException("the key is not that of the first certificate");
    }
  }

  /** Whether what the one signs is good for the other. */
  private static boolean belongs(PrivateKey key, PublicKey shown) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> "Ed25519";
            });
    signature.initSign(key);
    signature.update(shown.getEncoded());
    byte[] signed = signature.sign();
    signature.initVerify(shown);
    signature.update(shown.getEncoded());
    return signature.verify(signed);
  }

  private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    String body = pem.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----(.*)-----END PRIVATE.*", "$1");
    if (body.equals(pem)) {
      throw new GeneralSecurityException("the key is no unencrypted PKCS #8 PEM file");
    }
    return key(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
  }

  private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (GeneralSecurityException another) {
        // not a key of this kind
      }
    }
    throw new GeneralSecurityException("the key is none of " + KEY_KINDS);
  }
}
