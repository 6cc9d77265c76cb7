package org.wangge.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A PDF being made: pages with one Chinese font that comes with the program and is embedded with
 * the characters that are used. Lengths are points, the origin is the lower left corner.
 */
final class PdfBook implements AutoCloseable {
  /** Noto Sans SC with the characters of GBK; a character it has not got is shown as □. */
  private static final String FONT = "NotoSansCJKsc-Regular-GBK.ttf";

  private static final int UNKNOWN = '□';
  private static final double PER_EM = 1000;

  private final PDDocument document = new PDDocument();
  private final PDType0Font font;
  private final List<PdfPage> pages = new ArrayList<>();

  PdfBook(String title) {
    try (InputStream stream = PdfBook.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(document, Objects.requireNonNull(stream, FONT), true);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Wangge 网格");
    document.getDocumentCatalog().setLanguage("zh-CN");
  }

  /** Begins the next page. */
  PdfPage page(double width, double height) {
    PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
    document.addPage(page);
    try {
      PdfPage begun = new PdfPage(this, new PDPageContentStream(document, page), width, height);
      pages.add(begun);
      return begun;
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  List<PdfPage> pages() {
    return pages;
  }

  PDType0Font font() {
    return font;
  }

  /** The text with what the font has not got replaced. */
  String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(c -> has(c) ? c : UNKNOWN).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private boolean has(int codePoint) {
    try {
      return font.encode(Character.toString(codePoint)).length > 0;
    } catch (IOException | IllegalArgumentException unknown) {
      return false;
    }
  }

  double width(String text, double size) {
    try {
      return font.getStringWidth(clean(text)) / PER_EM * size;
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  /** The text in lines no wider than that; broken between any two characters, as Chinese is. */
  List<String> wrap(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (int c : text.codePoints().toArray()) {
      double more = width(Character.toString(c), size);
      if (used + more > width && line.length() > 0 && !isClosing(c)) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.appendCodePoint(c);
      used += more;
    }
    lines.add(line.toString());
    return lines;
  }

  /** What must not begin a line. */
  private static boolean isClosing(int c) {
    return "，。、；：）”】".indexOf(c) >= 0;
  }

  /** Ends all pages. */
  byte[] bytes() {
    try {
      for (PdfPage page : pages) {
        page.end();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }
}
