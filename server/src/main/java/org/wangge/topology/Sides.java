package org.wangge.topology;

import java.util.Arrays;

/**
 * Who borders a piece of ground and for how long: owners whose own ground is on the piece's side of
 * their line (within), and owners whose ground is on the far side (beyond). Lengths in steps.
 */
final class Sides {
  // Two polygons border most pieces: there can be a hundred thousand of these.
  private int[] owners = new int[2];
  private double[] within = new double[2];
  private double[] beyond = new double[2];
  private int count;

  void add(int owner, boolean inside, double length) {
    int at = find(owner);
    if (at == count) {
      grow();
      owners[count++] = owner;
    }
    (inside ? within : beyond)[at] += length;
  }

  private int find(int owner) {
    int at = 0;
    while (at < count && owners[at] != owner) {
      at++;
    }
    return at;
  }

  private void grow() {
    if (count == owners.length) {
      owners = Arrays.copyOf(owners, 2 * count);
      within = Arrays.copyOf(within, 2 * count);
      beyond = Arrays.copyOf(beyond, 2 * count);
    }
  }

  double within(int owner) {
    int at = find(owner);
    return at < count ? within[at] : 0;
  }

  double beyond(int owner) {
    int at = find(owner);
    return at < count ? beyond[at] : 0;
  }

  /** Length of the owner's line along the piece, on whichever side its ground is. */
  double length(int owner) {
    return within(owner) + beyond(owner);
  }

  /** Owners but the domain with ground on the piece's side, rising. */
  int[] ownersWithin(int domain) {
    return owners(domain, within);
  }

  /** Owners but the domain with ground on the far side only, rising. */
  int[] ownersBeyond(int domain) {
    int[] all = owners(domain, beyond);
    int kept = 0;
    for (int owner : all) {
      if (within(owner) == 0) {
        all[kept++] = owner;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  private int[] owners(int domain, double[] lengths) {
    int[] found = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (lengths[i] > 0 && owners[i] != domain) {
        found[n++] = owners[i];
      }
    }
    int[] sorted = Arrays.copyOf(found, n);
    Arrays.sort(sorted);
    return sorted;
  }
}
