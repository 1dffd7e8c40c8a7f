/* M/M/c by hand, for this one model: the few events that can be pending are scanned, those who wait stand in a ring. Prints seconds and the mean wait.
   cc -O3 -march=native queue.c -lm && ./a.out SERVERS RATE CUSTOMERS SEED */
#include "random.h"

enum { RING = 1 << 16, MAX_SERVERS = 64 };
static double joined[RING], at[1 + MAX_SERVERS];

int main(int argc, char **argv) {
  int servers = atoi(argv[1]);
  double rate = atof(argv[2]);
  long customers = atol(argv[3]), arrived = 0, served = 0;
  seed(atoi(argv[4]));
  struct timespec a, b; clock_gettime(CLOCK_MONOTONIC, &a);
  unsigned head = 0, tail = 0;
  int busy = 0;
  double wait = 0;
  for (int i = 1; i <= servers; i++) at[i] = INFINITY;
  at[0] = expo(1 / rate);
  while (served < customers) {
    int e = 0;
    double now = at[0];
    for (int i = 1; i <= servers; i++) if (at[i] < now) { now = at[i]; e = i; }
    if (e == 0) {
      at[0] = ++arrived < customers ? now + expo(1 / rate) : INFINITY;
      if (busy < servers) { busy++; for (int i = 1; i <= servers; i++) if (at[i] == INFINITY) { at[i] = now + expo(1); break; } }
      else joined[tail++ % RING] = now;
    } else {
      served++;
      if (head != tail) { wait += now - joined[head++ % RING]; at[e] = now + expo(1); }
      else { busy--; at[e] = INFINITY; }
    }
  }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("{\"seconds\": %.4f, \"wait\": %.5f}\n", (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9, wait / customers);
}
