package org.wangge.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CategoriesTest {
  private final Categories categories = Categories.standard();

  @Test
  void everyLeafHasAGroupAndAnIndexOfItsOwn() {
    for (Category leaf : categories.leaves()) {
      assertTrue(categories.find(leaf.group()).isPresent(), leaf.code());
      assertEquals(leaf, categories.leaves().get(categories.index(leaf.code())));
    }
  }

  @Test
  void onlyReportsOfCrimeAreRestricted() {
    assertTrue(
        categories.leaves().stream()
            .allMatch(leaf -> leaf.restricted() == leaf.group().equals("26")));
  }

  @Test
  void findsACategoryByCodeOrUniqueLabel() {
    assertEquals("0102", categories.findLeaf("暴露垃圾").orElseThrow().code());
    assertEquals("暴露垃圾", categories.findLeaf("0102").orElseThrow().label());
    assertTrue(categories.findLeaf("01").isEmpty());
    assertThrows(IllegalArgumentException.class, () -> categories.index("9999"));
  }
}
