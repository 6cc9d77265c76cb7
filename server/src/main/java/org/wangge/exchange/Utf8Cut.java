package org.wangge.exchange;

/** Looks whether fixed-width bytes are UTF-8, where padding may have cut a character short. */
final class Utf8Cut {
  private Utf8Cut() {}

  static boolean isUtf8OrCut(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      int more = followers(bytes[i]);
      if (more < 0) {
        return false;
      }
      for (int k = 1; k <= more; k++) {
        if (i + k >= bytes.length || bytes[i + k] == ' ' || bytes[i + k] == 0) {
          more = k - 1;
        } else if ((bytes[i + k] & 0xc0) != 0x80) {
          return false;
        }
      }
      i += more + 1;
    }
    return true;
  }

  private static int followers(byte lead) {
    if (lead >= 0) {
      return 0;
    }
    int high = lead & 0xff;
    if (high >= 0xc2 && high <= 0xdf) {
      return 1;
    }
    if (high >= 0xe0 && high <= 0xef) {
      return 2;
    }
    return high >= 0xf0 && high <= 0xf4 ? 3 : -1;
  }
}
