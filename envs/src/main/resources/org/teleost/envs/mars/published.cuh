/* The published planner's leaf heuristic: the twin of PublishedValue.java. */

/* distance to the nearest good rock, or -1 */
TELEOST_DEVICE static inline int published_nearest_good(const State* s, int cell) {
  int nearest = -1;
  for (int rock = 0; rock < ROCKS; rock++) {
    int d = tables.distance[cell * ROCKS + rock];
    if (rock_is_good(s, rock) && (nearest < 0 || d < nearest)) {
      nearest = d;
    }
  }
  return nearest;
}

TELEOST_DEVICE static inline double published_rover_value(int cell, int nearest) {
  if (cell == GONE) {
    return 0.0;
  }
  return nearest >= 0 ? tables.rockValue[nearest] : tables.exitValue[tables.exitDistance[cell]];
}

TELEOST_DEVICE static inline double published_value(const State* s, int cell0, int cell1) {
  int nearest0 = cell0 == GONE ? -1 : published_nearest_good(s, cell0);
  int nearest1 = cell1 == GONE ? -1 : published_nearest_good(s, cell1);
  double value = published_rover_value(cell0, nearest0);
  bool same_rock = cell0 == cell1 && nearest0 == 0;
  return same_rock ? value : value + published_rover_value(cell1, nearest1);
}
