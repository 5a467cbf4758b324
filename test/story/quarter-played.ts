import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { markerOf } from '../../src/facts/texts.js';
import { verify, type LedgerCheck, type Report } from '../../src/ledger/verify/index.js';
import { mentions } from '../../src/people/index.js';
import { beginQuarter, playUntil, pullOf, setQuarter, type Quarter } from '../../src/sandbox/quarter/play.js';
import { SCRIPT, TALES, WHEN } from '../../src/sandbox/quarter/script.js';
import { recordIn } from '../../src/sandbox/record.js';
import { counted, looksIn } from './looks.js';

/** A quarter that was played to its end, with what its record says. */
export interface Played {
  quarter: Quarter;
  report: Report;
}

/** Plays the whole quarter, with something done to the network first. */
export async function played(mischief: (quarter: Quarter) => void = () => undefined): Promise<Played> {
  const quarter = await setQuarter();
  await beginQuarter(quarter);
  mischief(quarter);
  await playUntil(quarter, WHEN.ends);
  await quarter.bench.stop();
  await quarter.sandbox.close();
  const { sandbox, repo, rules } = quarter;
  const report = await verify(recordIn(sandbox.state, repo, rules.record.branch), { app: 'convenor', commit: null });
  return { quarter, report };
}

/** The ledger of a proposal as `verify` read it. */
export function ledgerOf({ quarter, report }: Played, slug: string): LedgerCheck {
  const { number } = pullOf(quarter, slug);
  const found = report.ledgers.find((ledger) => ledger.number === number);
  if (!found) throw new Error(`${slug} has no ledger.`);
  return found;
}

/** Where each proposal stands, by its ledger alone, and how its pull request and its label show it. */
export const ends = (one: Played): Record<string, string> =>
  Object.fromEntries(
    TALES.map(({ slug }) => {
      const pull = pullOf(one.quarter, slug);
      const state = ledgerOf(one, slug).replay!.state;
      const decided = state.decisions.map(({ form, closed }) => `${form} ${closed?.outcome ?? 'open'}`);
      const shown = pull.now.mergedAt === null ? pull.now.state : 'merged';
      expect(pull.labels, slug).toEqual(slug === 'echo-ranging' ? [] : ['SEP', state.status]);
      const who = `${state.group?.slug ?? 'no group'}, ${state.sponsor?.by.login ?? 'no sponsor'}`;
      return [slug, [`${state.status}, ${shown}`, who, ...decided].join(' | ')];
    }),
  );

/** Convenor's comments beside the status: the day, what it is, and who is called by name. */
export const comments = ({ quarter }: Played, slug: string): string[] =>
  pullOf(quarter, slug)
    .botComments()
    .filter(({ body }) => markerOf(body) !== 'status')
    .map(({ createdAt, body }) => {
      const kind = (markerOf(body) ?? 'none').replace(/^reply:.*/, 'reply');
      return [createdAt.slice(0, 10), kind, ...(kind === 'reply' ? [] : mentions(body))].join(' ');
    });

export const days = (from: string, to: string): number =>
  Temporal.Instant.from(from).until(to).total({ unit: 'hours' }) / 24;

/** The record holds, and neither the bot nor the sandbox reported anything. */
export function sound({ quarter, report: { findings, unchecked, ledgers, history } }: Played): void {
  expect([findings, unchecked]).toEqual([[], []]);
  expect(ledgers).toHaveLength(TALES.length);
  expect(history!.commits).toBeGreaterThan(150);
  expect(quarter.bench.log.errors).toEqual([]);
  expect(quarter.sandbox.crashes).toEqual([]);
}

/** Prints what a quarter cost. */
export function report(which: string, { quarter }: Played): void {
  const asked = counted(quarter.sandbox);
  const writes = asked.filter((one) => one.writes).length;
  const looks = looksIn(quarter.sandbox).length;
  console.info(
    `A quarter with ${which}: ${SCRIPT.length} acts, ${quarter.sandbox.state.deliveries.length} webhooks, ` +
      `${looks} looks, ${asked.length} requests, ${writes} of them writes.`,
  );
}
