package org.wangge.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Which categories come in by which channel in the demo data (resource {@code demo-mix.txt}). */
final class DemoMix {
  private final Map<Channel, List<Share>> shares = new EnumMap<>(Channel.class);

  private DemoMix() {}

  static DemoMix read() {
    DemoMix mix = new DemoMix();
    List<Share> block = new ArrayList<>();
    for (String line : text().split("\\R")) {
      if (line.startsWith("[")) {
        block = new ArrayList<>();
        mix.shares.put(Channel.find(line.substring(1, line.length() - 1)).orElseThrow(), block);
      } else if (!line.startsWith("#")) {
        block.add(share(line, block));
      }
    }
    return mix;
  }

  private static Share share(String line, List<Share> before) {
    double upTo = before.isEmpty() ? 0 : before.get(before.size() - 1).upTo();
    Category category = Categories.standard().findLeaf(line.substring(0, 4)).orElseThrow();
    return new Share(category, upTo + Double.parseDouble(line.substring(5)));
  }

  Category draw(Channel channel, Random random) {
    List<Share> block = Objects.requireNonNull(shares.get(channel));
    double at = random.nextDouble() * block.get(block.size() - 1).upTo();
    return block.stream().filter(share -> at < share.upTo()).findFirst().orElseThrow().category();
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(DemoMix.class.getResourceAsStream("demo-mix.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Share(Category category, double upTo) {}
}
