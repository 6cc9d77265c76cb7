package org.wangge.exchange;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The frames of an OSM PBF file: blob after blob, raw or zlib. Blobs packed otherwise (lzma, lz4,
 * zstd) and history files are refused by name.
 */
final class OsmPbf {
  private static final int LARGEST_HEADER_BYTES = 64 * 1024;
  private static final int LARGEST_BLOB_BYTES = 32 * 1024 * 1024;
  private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

  private final DataSource source;
  private final String attempted;

  OsmPbf(DataSource source, String attempted) {
    this.source = source;
    this.attempted = attempted;
  }

  void read(OsmHandler handler) {
    try (InputStream stream = source.open();
        CountingInputStream counting = new CountingInputStream(stream);
        DataInputStream in = new DataInputStream(counting)) {
      readBlobs(in, counting, handler);
    } catch (EOFException e) {
      throw problem(
          "the file ends in the middle of a block: it was cut off", "its end", "download it again");
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    }
  }

  private void readBlobs(DataInputStream in, CountingInputStream counting, OsmHandler handler)
      throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      long start = counting.count() - 1;
      try {
        readBlob(in, first, handler);
      } catch (IndexOutOfBoundsException | DataFormatException e) {
        throw problem("a block is broken: " + e.getMessage(), "byte " + start, "download it again");
      }
    }
  }

  private void readBlob(DataInputStream in, int first, OsmHandler handler)
      throws IOException, DataFormatException {
    int headerBytes =
        first << 24
            | in.readUnsignedByte() << 16
            | in.readUnsignedByte() << 8
            | in.readUnsignedByte();
    if (headerBytes < 1 || headerBytes > LARGEST_HEADER_BYTES) {
      throw problem(
          "a block header of %d bytes".formatted(headerBytes),
          "byte 0",
          "check that it is an .osm.pbf");
    }
    ProtoReader header = new ProtoReader(in.readNBytes(headerBytes));
    String type = "";
    int size = 0;
    while (header.hasNext()) {
      switch (header.field()) {
        case 1 -> type = header.text();
        case 3 -> size = (int) header.varint();
        default -> header.skip();
      }
    }
    if (size < 0 || size > LARGEST_BLOB_BYTES) {
      throw problem("a block of %d bytes".formatted(size), type, "check that it is an .osm.pbf");
    }
    byte[] blob = in.readNBytes(size);
    if (blob.length < size) {
      throw new EOFException();
    }
    dispatch(type, unpack(new ProtoReader(blob)), handler);
  }

  private void dispatch(String type, ProtoReader block, OsmHandler handler) {
    if (type.equals("OSMHeader")) {
      checkFeatures(block);
    } else if (type.equals("OSMData")) {
      new OsmBlock(handler).read(block);
    }
  }

  private void checkFeatures(ProtoReader header) {
    while (header.hasNext()) {
      if (header.field() != 4) {
        header.skip();
        continue;
      }
      String feature = header.text();
      if (!UNDERSTOOD.contains(feature)) {
        throw problem(
            "it needs the feature " + feature, "its header", "make an extract without history");
      }
    }
  }

  private ProtoReader unpack(ProtoReader blob) throws DataFormatException {
    int size = 0;
    byte[] packed = {};
    while (blob.hasNext()) {
      switch (blob.field()) {
        case 1 -> {
          return new ProtoReader(blob.bytes());
        }
        case 2 -> size = (int) blob.varint();
        case 3 -> packed = blob.bytes();
        case 4, 5, 6, 7 ->
            throw problem(
                "a block is packed with something other than zlib",
                "its blob",
                "repack it with osmium cat");
        default -> blob.skip();
      }
    }
    return new ProtoReader(inflate(packed, size));
  }

  private byte[] inflate(byte[] packed, int size) throws DataFormatException {
    if (size < 0 || size > LARGEST_BLOB_BYTES) {
      throw problem(
          "a block that unpacks to %d bytes".formatted(size),
          "its blob",
          "check that it is an .osm.pbf");
    }
    byte[] out = new byte[size];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int count = 0;
      while (count < size && !inflater.finished()) {
        int more = inflater.inflate(out, count, size - count);
        if (more == 0) {
          break;
        }
        count += more;
      }
      if (count < size) {
        throw new DataFormatException("it unpacks to %d of %d bytes".formatted(count, size));
      }
      return out;
    } finally {
      inflater.end();
    }
  }

  private ReadException problem(String value, String where, String remedy) {
    return new ReadException(attempted, value, where, remedy);
  }
}
