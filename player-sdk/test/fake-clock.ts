import type { Cancel, Clock } from "../src/clock.js";

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Time that stands still until told to pass; tasks run at the instant they are due. */
export class FakeClock implements Clock {
  private now = 5_000;
  private tasks: Task[] = [];

  constructor(private readonly epoch = Date.UTC(2026, 0, 1)) {}

  epochMillis(): number {
    return this.epoch + this.now;
  }

  monotonicMillis(): number {
    return this.now;
  }

  after(millis: number, run: () => void): Cancel {
    const task = { due: this.now + millis, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task);
    };
  }

  pass(millis: number): void {
    const until = this.now + millis;
    for (let task = this.next(until); task; task = this.next(until)) {
      this.now = Math.max(this.now, task.due);
      task.run();
    }
    this.now = until;
  }

  /** The device slept: time went by, nothing ran. */
  sleep(millis: number): void {
    this.now += millis;
  }

  private next(until: number): Task | undefined {
    const task = this.tasks
      .filter(({ due }) => due <= until)
      .reduce<Task | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
    this.tasks = this.tasks.filter((other) => other !== task);
    return task;
  }
}
