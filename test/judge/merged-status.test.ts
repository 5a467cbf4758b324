import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import type { MergedFacts } from '../../src/facts/merged.js';
import { statusEdit, statusInStep } from '../../src/judge/merged-status.js';
import type { SubjectState } from '../../src/judge/state.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { DOCUMENT, PATH, Repository } from '../publish/facts.js';

type Pull = MergedFacts['pulls'][number];

interface Case {
  /** What the merged file says; null where it says nothing that is known, undefined where there is no file any more. */
  file?: ProposalState | null | undefined;
  record: ProposalState;
  pulls?: Partial<Pull>[];
  refused?: string;
  source?: string;
  more?: (facts: Facts) => Partial<Facts>;
  takenOver?: SubjectState['takenOver'];
}

const { facts, verdict } = new Repository().look();

/** What is said of a proposal that was merged, and the edit that is offered. */
function told({ record, pulls = [], refused, source = DOCUMENT, more = () => ({}), takenOver = null, ...of }: Case) {
  const merged: MergedFacts = {
    file: of.file === undefined ? null : { path: PATH, source, status: of.file },
    pulls: pulls.map((one) => ({
      ...{
        number: 9,
        nodeId: 'PR_9',
        url: 'https://github.test/9',
        state: 'open',
        status: record,
        head: 'f'.repeat(40),
      },
      ...one,
    })),
    refused: refused ?? null,
  };
  const now = { ...facts, merged, ...more(facts) };
  const state = { ...verdict.state, status: record, takenOver };
  return { rows: statusInStep(now, state), edit: statusEdit(now, state) };
}

const DIFFER = 'The file on `main` says Draft, and the record Accepted.';

describe('The file of a merged proposal', () => {
  it.each<[ProposalState, ProposalState]>([
    ['draft', 'draft'],
    ['draft', 'proposal'],
    ['final', 'final'],
    ['rejected', 'rejected'],
  ])('that says %s where the record says %s is in step', (file, record) => {
    expect(told({ file, record })).toEqual({ rows: [], edit: null });
  });

  it('that is behind gets the edit of its status, and the row says that it comes', () => {
    const { rows, edit } = told({ file: 'draft', record: 'accepted' });
    expect(edit).toEqual({ status: 'accepted', path: PATH });
    expect(rows).toEqual([
      {
        rule: 'status-in-step',
        name: 'File',
        held: 'open',
        says: `${DIFFER} A pull request of Convenor's own follows.`,
        next: null,
        children: [],
      },
    ]);
  });

  it('is brought to an end that its people did not write there, from every step of the way', () => {
    for (const file of ['proposal', 'draft', 'in-review', 'accepted', 'final'] as const)
      for (const record of ['rejected', 'withdrawn', 'superseded', 'dormant'] as const)
        expect(told({ file, record }).edit).toEqual({ status: record, path: PATH });
  });

  it.each<[ProposalState, ProposalState, string, string]>([
    ['in-review', 'draft', 'In-Review', 'Draft'],
    ['in-review', 'proposal', 'In-Review', 'Proposal'],
    ['accepted', 'in-review', 'Accepted', 'In-Review'],
    ['final', 'accepted', 'Final', 'Accepted'],
  ])('that says %s is further on than the record with %s, and is left as people merged it', (file, record, a, b) => {
    const { rows, edit } = told({ file, record });
    expect(edit).toBeNull();
    const says = `The file on \`main\` says ${a}, and the record ${b}. What people merged is not taken back: who may brings the record after it with \`/sep status\`.`;
    expect(rows.map((row) => [row.held, row.says, row.next])).toEqual([['open', says, null]]);
  });

  it('whose status nobody can read is behind, and mended where one line does it', () => {
    const { rows, edit } = told({ file: null, record: 'accepted' });
    expect(edit).toEqual({ status: 'accepted', path: PATH });
    expect(rows[0]?.says).toMatch(/^The file on `main` says nothing, and the record Accepted\. A pull/i);
    const without = told({ file: null, record: 'accepted', source: '# Whistles\n\nThey whistle.\n' });
    expect(without.edit).toBeNull();
    expect(without.rows[0]?.says).toMatch(/No edit of one line mends that\.$/);
  });

  it('that is gone is said to be gone, and nothing is offered', () => {
    const { rows, edit } = told({ record: 'final' });
    expect(edit).toBeNull();
    expect(rows).toMatchObject([{ held: 'open', says: 'Its file is not on `main` any more.', next: null }]);
  });

  it('of a pull request that was not merged is none of it', () => {
    expect(told({ file: 'draft', record: 'accepted', more: () => ({ merged: null }) })).toEqual({
      rows: [],
      edit: null,
    });
  });

  it('is left alone where the rules only observe, and where nobody has confirmed what the record was taken over as', () => {
    const observing = (facts: Facts): Partial<Facts> => {
      const { rules } = facts.governing.rules;
      const watched = { ...rules, 'status-in-step': { ...rules['status-in-step'], mode: 'observe' as const } };
      return { governing: { ...facts.governing, rules: { ...facts.governing.rules, rules: watched } } };
    };
    expect(told({ file: 'draft', record: 'accepted', more: observing })).toEqual({ rows: [], edit: null });
    const takenOver = { sponsor: null, evidence: [], conflicts: [], vouched: null };
    expect(told({ file: 'draft', record: 'accepted', takenOver })).toEqual({ rows: [], edit: null });
  });
});

describe('The pull request that brings the file in step', () => {
  const says = (pulls: Partial<Pull>[], refused?: string) =>
    told({ file: 'draft', record: 'accepted', pulls, ...(refused === undefined ? {} : { refused }) }).rows.map(
      (row) => [row.held, row.says, row.next],
    );

  it('is named, and waits for who merges it', () => {
    expect(says([{}])).toEqual([
      [
        'open',
        `${DIFFER} [#9](https://github.test/9) brings it in step.`,
        'merges [#9](https://github.test/9), which brings its file in step.',
      ],
    ]);
  });

  it('is not opened again once somebody closed it', () => {
    expect(says([{ state: 'closed' }])).toEqual([
      ['open', `${DIFFER} Somebody closed [#9](https://github.test/9), and it is not opened again.`, null],
    ]);
  });

  it('was merged, and somebody has changed the file since', () => {
    expect(says([{ state: 'merged' }])).toEqual([
      ['open', `${DIFFER} [#9](https://github.test/9) was merged for it.`, null],
    ]);
  });

  it('for another status is not this one', () => {
    expect(says([{ status: 'draft' }, { status: null }])).toEqual([
      ['open', `${DIFFER} A pull request of Convenor's own follows.`, null],
    ]);
  });

  it('that GitHub refused is said with its reason, until there is one', () => {
    expect(says([], 'The app may not write there.')).toEqual([
      [
        'failed',
        `${DIFFER} Convenor could not open a pull request for it: The app may not write there.`,
        'lets the app write the branch, or changes the status by hand.',
      ],
    ]);
    expect(says([{ number: 10 }], 'The app may not write there.')[0]?.[0]).toBe('open');
  });
});
