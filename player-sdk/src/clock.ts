/** Time as the SDK sees it; tests put their own in its place. */
export interface Clock {
  /** The device's wall clock in epoch milliseconds: what events are stamped with. */
  epochMillis(): number;
  /** Milliseconds that only go forward: what durations are measured with. */
  monotonicMillis(): number;
  /** Runs the task once after a delay in milliseconds. */
  after(millis: number, task: () => void): Cancel;
}

/** Stops what was started; calling it again does nothing. */
export type Cancel = () => void;

export const systemClock: Clock = {
  epochMillis: () => Date.now(),
  monotonicMillis: () => performance.now(),
  after(millis, task) {
    const timer = setTimeout(task, millis);
    return () => clearTimeout(timer);
  },
};

/** Runs the task again and again, each time a period after the time before. */
export function every(clock: Clock, millis: number, task: () => void): Cancel {
  let cancel = clock.after(millis, run);
  function run(): void {
    cancel = clock.after(millis, run);
    task();
  }
  return () => cancel();
}
