import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { SandboxClock } from '../../src/sandbox/clock.js';
import { WakeQueue, type Job } from '../../src/wake/queue.js';

const START = '2026-11-02T09:00:00Z';

/** A queue on a clock in the test's hand, with what happened on it. */
function bench(atOnce?: number, waitFor: (error: unknown) => number = () => 0) {
  const clock = new SandboxClock(START);
  const errors: string[] = [];
  const queue = new WakeQueue(clock, (key, error) => errors.push(`${key}: ${String(error)}`), waitFor, atOnce);
  clock.settle = () => queue.idle();
  const seconds = (): number => clock.now().since(Temporal.Instant.from(START)).total('seconds');
  return { clock, queue, errors, seconds };
}

/** A job that ends when the test says so. */
function held() {
  const waiting: ((due: string | null) => void)[] = [];
  const state = { runs: 0, running: 0, most: 0 };
  const job: Job = async () => {
    state.runs += 1;
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    const due = await new Promise<string | null>((resolve) => waiting.push(resolve));
    state.running -= 1;
    return { due };
  };
  return { job, state, end: (due: string | null = null) => waiting.shift()?.(due) };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Jobs of one subject', () => {
  it('run one after the other, and many wake-ups meanwhile make one more run', async () => {
    const { queue } = bench();
    const { job, state, end } = held();
    for (let wakes = 0; wakes < 5; wakes++) queue.wake('a', job);
    expect(state.runs).toBe(1);
    end();
    await tick();
    expect(state).toMatchObject({ runs: 2, most: 1 });
    end();
    await queue.idle();
    expect(state.runs).toBe(2);
  });

  it('run with the latest word of what to do', async () => {
    const { queue } = bench();
    const { job, end } = held();
    const done: string[] = [];
    queue.wake('a', job);
    for (const word of ['first', 'second']) {
      queue.wake('a', () => {
        done.push(word);
        return Promise.resolve({ due: null });
      });
    }
    end();
    await queue.idle();
    expect(done).toEqual(['second']);
  });
});

describe('Jobs of different subjects', () => {
  it('run side by side, as many as there may be, in the order of waking', async () => {
    const { queue } = bench(2);
    const jobs = ['a', 'b', 'c'].map(() => held());
    jobs.forEach(({ job }, index) => queue.wake(String(index), job));
    expect(jobs.map(({ state }) => state.runs)).toEqual([1, 1, 0]);
    jobs[1]!.end();
    await tick();
    expect(jobs.map(({ state }) => state.runs)).toEqual([1, 1, 1]);
    jobs[0]!.end();
    jobs[2]!.end();
    await queue.idle();
  });

  it('are not held up by one that fails', async () => {
    const { queue, errors } = bench(1);
    const done: string[] = [];
    queue.wake('bad', () => Promise.reject(new Error('no')));
    queue.wake('good', () => {
      done.push('good');
      return Promise.resolve({ due: null });
    });
    await queue.idle();
    expect(done).toEqual(['good']);
    expect(errors).toEqual(['bad: Error: no']);
  });
});

describe('A job that fails', () => {
  it('is tried again later and later, and then at its longest wait', async () => {
    const { queue, clock, seconds } = bench();
    const tried: number[] = [];
    queue.wake('a', () => {
      tried.push(seconds());
      return Promise.reject(new Error('no'));
    });
    await queue.idle();
    await clock.advance({ hours: 1 });
    expect(tried.slice(0, 6)).toEqual([0, 5, 35, 155, 755, 1355]);
    expect(queue.hasRetries).toBe(true);
  });

  it('waits as long as the failure asks for, where that is longer', async () => {
    const { queue, clock, seconds } = bench(1, (error) => (String(error).includes('limit') ? 60 : 1));
    const tried: number[] = [];
    queue.wake('a', () => {
      tried.push(seconds());
      return Promise.reject(new Error(tried.length === 1 ? 'limit' : 'no'));
    });
    await queue.idle();
    await clock.advance({ seconds: 100 });
    expect(tried).toEqual([0, 60, 90]);
  });

  it('begins anew with its waits once it came through', async () => {
    const { queue, clock, seconds } = bench();
    const tried: number[] = [];
    let ok = false;
    const job: Job = () => {
      tried.push(seconds());
      return ok ? Promise.resolve({ due: null }) : Promise.reject(new Error('no'));
    };
    queue.wake('a', job);
    await queue.idle();
    await clock.advance({ seconds: 5 });
    ok = true;
    await clock.advance({ seconds: 30 });
    expect(queue.hasRetries).toBe(false);
    ok = false;
    queue.wake('a', job);
    await queue.idle();
    await clock.advance({ seconds: 5 });
    expect(tried).toEqual([0, 5, 35, 35, 40]);
  });

  it('is tried before its wait is over where whatever was in the way is gone, and nothing else is', async () => {
    const { queue, clock, seconds } = bench(1, () => 3600);
    const tried: string[] = [];
    queue.wake('good', () => {
      tried.push(`good ${seconds()}`);
      return Promise.resolve({ due: null });
    });
    queue.wake('bad', () => {
      tried.push(`bad ${seconds()}`);
      return seconds() === 0 ? Promise.reject(new Error('no')) : Promise.resolve({ due: null });
    });
    await queue.idle();
    await clock.advance({ minutes: 30 });
    queue.retry();
    await queue.idle();
    await clock.advance({ hours: 2 });
    expect(tried).toEqual(['good 0', 'bad 0', 'bad 1800']);
  });

  it('fails the same way where it throws at once, or names an instant that is none', async () => {
    const { queue, errors } = bench();
    queue.wake('throws', () => {
      throw new Error('at once');
    });
    queue.wake('due', () => Promise.resolve({ due: 'soon' }));
    await queue.idle();
    expect(errors).toHaveLength(2);
    expect(queue.hasRetries).toBe(true);
  });

  it('is tried at once where something woke it, and not a second time at its wait', async () => {
    const { queue, clock, seconds } = bench();
    const tried: number[] = [];
    let ok = false;
    const job: Job = () => {
      tried.push(seconds());
      return ok ? Promise.resolve({ due: null }) : Promise.reject(new Error('no'));
    };
    queue.wake('a', job);
    await queue.idle();
    await clock.advance({ seconds: 2 });
    ok = true;
    queue.wake('a', job);
    await queue.idle();
    await clock.advance({ hours: 1 });
    expect(tried).toEqual([0, 2]);
  });

  it('does not take the others with it where even telling of it fails', async () => {
    const clock = new SandboxClock(START);
    const queue = new WakeQueue(clock, () => {
      throw new Error('the log is full');
    });
    queue.wake('a', () => Promise.reject(new Error('no')));
    await queue.idle();
    expect(queue.hasRetries).toBe(true);
  });
});

describe('A due instant', () => {
  it('wakes the job at it, once', async () => {
    const { queue, clock, seconds } = bench();
    const ran: number[] = [];
    queue.wake('a', () => {
      ran.push(seconds());
      return Promise.resolve({ due: ran.length === 1 ? '2026-11-12T09:00:00Z' : null });
    });
    await queue.idle();
    await clock.advance({ days: 9 });
    expect(ran).toEqual([0]);
    await clock.advance({ days: 30 });
    expect(ran).toEqual([0, 864_000]);
    expect(clock.waiting).toBe(0);
  });

  it('is taken from the latest run alone', async () => {
    const { queue, clock, seconds } = bench();
    const ran: number[] = [];
    const dues = ['2026-11-12T09:00:00Z', '2026-11-02T09:01:00Z', null];
    const job: Job = () => {
      ran.push(seconds());
      return Promise.resolve({ due: dues[ran.length - 1] ?? null });
    };
    queue.wake('a', job);
    await queue.idle();
    queue.wake('a', job);
    await queue.idle();
    await clock.advance({ days: 30 });
    expect(ran).toEqual([0, 0, 60]);
  });
});

describe('A queue that was stopped', () => {
  it('takes nothing, starts nothing and rings no more, and lets what runs end', async () => {
    const { queue, clock } = bench(1);
    const first = held();
    const second = held();
    queue.wake('a', first.job);
    queue.wake('b', second.job);
    queue.stop();
    queue.wake('c', second.job);
    first.end('2026-11-02T10:00:00Z');
    await queue.idle();
    expect(clock.waiting).toBe(0);
    await clock.advance({ days: 1 });
    expect([first.state.runs, second.state.runs]).toEqual([1, 0]);
  });
});

describe('Jobs that are forgotten', () => {
  it('do not begin, and their timers do not ring', async () => {
    const { clock, queue } = bench(1);
    const { job, state, end } = held();
    const runs: string[] = [];
    const noted = (key: string): void =>
      queue.wake(key, () => {
        runs.push(key);
        return Promise.resolve({ due: '2026-11-02T09:10:00Z' });
      });
    noted('a');
    await queue.idle();
    queue.wake('b', job);
    noted('c');
    queue.drop((key) => key !== 'b');
    end();
    await clock.advance({ minutes: 20 });
    expect(runs).toEqual(['a']);
    expect(state.runs).toBe(1);
  });

  it('end where they run, without another run, and can be woken again', async () => {
    const { clock, queue } = bench();
    const { job, state, end } = held();
    queue.wake('a', job);
    queue.wake('a', job);
    queue.drop(() => true);
    end('2026-11-02T09:10:00Z');
    await clock.advance({ minutes: 20 });
    expect(state).toMatchObject({ runs: 1, most: 1 });
    queue.wake('a', job);
    end();
    await queue.idle();
    expect(state.runs).toBe(2);
  });

  it('that are woken while they still run never run twice at once', async () => {
    const { queue } = bench();
    const { job, state, end } = held();
    queue.wake('a', job);
    queue.drop(() => true);
    queue.wake('a', job);
    end();
    await tick();
    end();
    await queue.idle();
    expect(state).toMatchObject({ runs: 2, most: 1 });
  });
});
