/** Where a worker goes on, in its loop. */
export const Phase = {
  /** At the top of the loop. */
  turn: 0,
  /** Takes a task from its own queue or the injection queue. */
  find: 1,
  /** Steals. */
  search: 2,
  begin: 3,
  poll: 4,
  /** The poll has returned. */
  settle: 5,
  /** Looks into the LIFO slot. */
  next: 6,
  /** About to sleep. */
  park: 7,
  driverReturned: 8,
  condvarReturned: 9,
  unparked: 10,
  leavePark: 11,
} as const;
