package org.wangge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 text from GBK: what is valid UTF-8 is UTF-8 (or UTF-16 by its mark), anything else is
 * read as GB 18030.
 */
final class TextEncoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextEncoding() {}

  static Charset detect(Opener opener) throws IOException {
    try (InputStream in = opener.open()) {
      return detect(in);
    }
  }

  static Charset detect(byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = strict().decode(ByteBuffer.wrap(bytes), out, true);
    return result.isError() ? GB18030 : StandardCharsets.UTF_8;
  }

  private static Charset detect(InputStream in) throws IOException {
    CharsetDecoder decoder = strict();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    boolean first = true;
    for (int read = 0; read >= 0; ) {
      read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      if (first && isUtf16(bytes)) {
        return StandardCharsets.UTF_16;
      }
      first = false;
      if (decoder.decode(bytes, chars.clear(), read < 0).isMalformed()) {
        // A file cut off within a character is a cut-off UTF-8 file, not a Chinese one.
        return read < 0 ? StandardCharsets.UTF_8 : GB18030;
      }
      bytes.compact();
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean isUtf16(ByteBuffer bytes) {
    if (bytes.remaining() < 2) {
      return false;
    }
    int mark = (bytes.get(0) & 0xff) << 8 | (bytes.get(1) & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Opens the text from its start. */
  interface Opener {
    InputStream open() throws IOException;
  }
}
