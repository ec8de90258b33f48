package xiezhi.testcounty;

import java.util.List;

/** Invented names: the same for the same login. */
final class Names {
  private static final List<String> FAMILY =
      List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");
  private static final List<String> GIVEN =
      List.of("子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥");

  private Names() {}

  /** Heavenly stems and earthly branches (天干地支): nobody is called so. */
  static String of(String login) {
    int hash = Math.floorMod(login.substring(login.indexOf('.') + 1).hashCode(), 120 * 12);
    return FAMILY.get(hash % 10) + GIVEN.get(hash / 10 % 12) + GIVEN.get(hash / 120);
  }
}
