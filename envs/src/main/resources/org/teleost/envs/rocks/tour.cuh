/* Value of a greedy tour from the history lanes: the twin of RockTour.java, in floats as there. */

#define TOUR_NONE (-2147483647 - 1)
#define TOUR_ROCK_BITS 6
#define TOUR_ROCK_MASK 63

/* what a visit to each rock brings */
struct Visits {
  float probability[ROCKS];
  float reward[ROCKS];
  float time[ROCKS];
  float fade[ROCKS];
  uint64_t open;
  float expected_good;
};

TELEOST_DEVICE static inline void visits_collect(const float* history, Visits* v) {
  uint64_t open = 0;
  float sum = 0.0f;
  for (int rock = 0; rock < ROCKS; rock++) {
    float p = odds_quick_probability(history[ROVERS + rock]);
    float check = TOUR_PRIZE * TOUR_DISCOUNT * p;
    float blind = TOUR_PRIZE * (2.0f * p - 1.0f);
    bool is_blind = blind >= check - TOUR_COST_BASE * p;
    v->probability[rock] = p;
    v->reward[rock] = is_blind ? blind : check;
    v->time[rock] = is_blind ? 1.0f : 1.0f + p;
    v->fade[rock] = is_blind ? TOUR_DISCOUNT : TOUR_DISCOUNT * (1.0f - p + p * TOUR_DISCOUNT);
    bool worthless = p < TOUR_WORTHLESS;
    open |= worthless ? 0 : 1ULL << rock;
    sum += worthless ? 0.0f : p;
  }
  v->open = open;
  v->expected_good = sum;
}

TELEOST_DEVICE static inline void visits_take(Visits* v, int rock) {
  v->expected_good -= v->probability[rock];
  v->open &= ~(1ULL << rock);
}

/* of the rocks in a bit set the one with the largest score, the lower one of equals, or -1 */
TELEOST_DEVICE static inline int tour_best(int cell, int other, uint64_t among, const Visits* v) {
  int row = cell * ROCKS;
  int other_row = other * ROCKS;
  float cost = TOUR_COST_BASE + TOUR_COST_PER_ROCK * v->expected_good;
  int best = TOUR_NONE;
  for (uint64_t left = among; left != 0; left &= left - 1) {
    int rock = tl_trailing_zeros(left);
    int d = tables.distance[row + rock];
    int detour = tl_max_int(0, d - tables.distance[other_row + rock]);
    float score = v->reward[rock] * tables.tourPower[d] - cost * ((float)(d + detour) + v->time[rock]);
    int key = (int)((uint32_t)(int)(score * TOUR_SCORE_STEPS) << TOUR_ROCK_BITS) | (TOUR_ROCK_MASK - rock);
    best = tl_max_int(best, key);
  }
  return best == TOUR_NONE ? -1 : TOUR_ROCK_MASK - (best & TOUR_ROCK_MASK);
}

/* reward now plus later exit, minus exit at once */
TELEOST_DEVICE static inline float tour_worth(int cell, int rock, const Visits* v) {
  float fall = tables.tourPower[tables.distance[cell * ROCKS + rock]];
  float later = fall * v->fade[rock] * tables.tourPower[tables.exitDistance[tables.rockCell[rock]]];
  return fall * v->reward[rock] + TOUR_PRIZE * (later - tables.tourPower[tables.exitDistance[cell]]);
}

/* the rock to visit next, near ones first, or -1 to leave */
TELEOST_DEVICE static inline int tour_next(int cell, int other, const Visits* v) {
  uint64_t near = v->open & (uint64_t)tables.near[cell];
  int rock = tour_best(cell, other, near, v);
  if (rock >= 0 && tour_worth(cell, rock, v) > 0.0f) {
    return rock;
  }
  rock = near == v->open ? -1 : tour_best(cell, other, v->open, v);
  return rock >= 0 && tour_worth(cell, rock, v) > 0.0f ? rock : -1;
}

TELEOST_DEVICE static inline double tour_single(int cell, Visits* v) {
  double total = 0.0;
  float clock = 1.0f;
  for (int stops = 0; stops < TOUR_MAX_STOPS; stops++) {
    int rock = tour_next(cell, GONE, v);
    if (rock < 0) {
      break;
    }
    clock *= tables.tourPower[tables.distance[cell * ROCKS + rock]];
    total += clock * v->reward[rock];
    clock *= v->fade[rock];
    cell = tables.rockCell[rock];
    visits_take(v, rock);
  }
  return total + clock * TOUR_PRIZE * tables.tourPower[tables.exitDistance[cell]];
}

TELEOST_DEVICE static inline double tour_pair(int cell0, int cell1, Visits* v) {
  double total = 0.0;
  float clock0 = 1.0f;
  float clock1 = 1.0f;
  bool left0 = false;
  bool left1 = false;
  for (int stops = 0; stops < 2 * TOUR_MAX_STOPS && !(left0 && left1); stops++) {
    bool first = left1 || (!left0 && clock0 * TOUR_SAME_CLOCK >= clock1);
    int cell = first ? cell0 : cell1;
    float clock = first ? clock0 : clock1;
    int other = first ? (left1 ? GONE : cell1) : (left0 ? GONE : cell0);
    int rock = tour_next(cell, other, v);
    if (rock < 0) {
      left0 |= first;
      left1 |= !first;
      continue;
    }
    clock *= tables.tourPower[tables.distance[cell * ROCKS + rock]];
    total += clock * v->reward[rock];
    clock *= v->fade[rock];
    cell0 = first ? tables.rockCell[rock] : cell0;
    cell1 = first ? cell1 : tables.rockCell[rock];
    clock0 = first ? clock : clock0;
    clock1 = first ? clock1 : clock;
    visits_take(v, rock);
  }
  return total + TOUR_PRIZE * (clock0 * tables.tourPower[tables.exitDistance[cell0]] +
                               clock1 * tables.tourPower[tables.exitDistance[cell1]]);
}

/* expected discounted return of the tour from the history lanes (rover cells, then log-odds) */
TELEOST_DEVICE static inline double tour_value(const float* history) {
  Visits visits;
  visits_collect(history, &visits);
  int cell0 = (int)history[0];
#if ROVERS == 1
  return cell0 == GONE ? 0.0 : tour_single(cell0, &visits);
#else
  int cell1 = (int)history[1];
  if (cell0 == GONE || cell1 == GONE) {
    int cell = tl_min_int(cell0, cell1);
    return cell == GONE ? 0.0 : tour_single(cell, &visits);
  }
  return tour_pair(cell0, cell1, &visits);
#endif
}
