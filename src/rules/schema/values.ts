import { z } from 'zod';
import { evidence, fraction, groupLevel, ladderRole, mode, standing, track } from './vocabulary.js';

/** How a value is put into words, where rules are explained and compared. */
export interface Words {
  /** What the value is, as a noun: "significant consensus". */
  label: string;
  /** What a number counts; one of it. */
  unit?: 'day' | 'business day' | 'hour' | 'month';
  /** Set for a list of evidence. */
  evidence?: true;
  /** For a list of people: what they may do, behind "may": "sponsor a proposal". */
  may?: string;
  /** For a share of a count: whether so much has to be reached, as by a quorum or a majority, or is the most there may be. */
  share?: 'least' | 'most';
}

/** The {@link Words} of the schema's values. Beside the schema's own descriptions, which editors show. */
export const words = z.registry<Words>();

/** Makes a value known by its words. A schema has one place in the rules, so each call needs one of its own. */
const said = <Schema extends z.ZodType>(schema: Schema, meant: Words): Schema => {
  words.add(schema, meant);
  return schema;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentence for editors: what is said of the value, or its label. */
const sentence = (label: string, more?: string): string => (more === undefined ? `${capital(label)}.` : more);

/** Whole days of 24 hours. */
export const days = (label: string, more?: string) =>
  said(
    z
      .int()
      .min(1)
      .max(366)
      .describe(`${sentence(label, more)} In whole days of 24 hours.`),
    { label, unit: 'day' },
  );

/** Days without weekends. */
export const businessDays = (label: string) =>
  said(
    z
      .int()
      .min(0)
      .max(60)
      .describe(`${sentence(label)} In business days; 0 is at once.`),
    {
      label,
      unit: 'business day',
    },
  );

/** Hours. */
export const hours = (label: string) =>
  said(
    z
      .int()
      .min(1)
      .max(8784)
      .describe(`${sentence(label)} In hours.`),
    { label, unit: 'hour' },
  );

/** Months of the calendar. */
export const months = (label: string, more?: string) =>
  said(
    z
      .int()
      .min(0)
      .max(120)
      .describe(`${sentence(label, more)} In months of the calendar.`),
    { label, unit: 'month' },
  );

/** A number of people or things. */
export const count = (label: string, least: number, more?: string) =>
  said(z.int().min(least).max(1000).describe(sentence(label, more)), { label });

/** Yes or no. */
export const flag = (label: string, more?: string) => said(z.boolean().describe(sentence(label, more)), { label });

/** A text of one line. */
export const text = (label: string, more?: string) =>
  said(z.string().min(1).max(500).regex(ONE_LINE, 'a text of one line').describe(sentence(label, more)), { label });

const ONE_LINE = /^[^\r\n]*$/;

/** A list in which nothing stands twice. */
export const list = <Item extends z.ZodType>(item: Item, label: string, least = 1, more?: string) =>
  said(
    z
      .array(item)
      .min(least)
      .max(200)
      .refine((items) => new Set(items.map((each) => JSON.stringify(each))).size === items.length, NO_TWICE)
      .describe(sentence(label, more)),
    { label },
  );

const NO_TWICE = 'Nothing stands twice in this list.';

/** Who may do a thing; `may` goes on behind "may": "sponsor a proposal". */
export const who = (may: string) =>
  said(
    z
      .array(standing)
      .min(1)
      .refine((items) => new Set(items).size === items.length, NO_TWICE)
      .describe(`Who may ${may}.`),
    { label: `who may ${may}`, may },
  );

/** A share of a count that has to be reached: a quorum or a threshold. */
export const share = (label: string) => said(fraction.describe(sentence(label)), { label, share: 'least' });

/** The largest share of a count that there may be. */
export const largestShare = (label: string, more: string) =>
  said(fraction.describe(sentence(label, more)), { label, share: 'most' });

/** Kinds of proposals. */
export const tracks = (label: string, least = 1) => list(track, label, least);

/** How people belong to a group. */
export const levels = (label: string, may?: string) =>
  said(list(groupLevel, label), { label, ...(may === undefined ? {} : { may }) });

/** The lowest place on the ladder that does for something. */
export const place = (label: string) => said(ladderRole.describe(sentence(label)), { label });

/** Places on the ladder, each in itself, whose holders may do a thing; `may` as for {@link who}. */
export const roles = (may: string, more = '') =>
  said(list(ladderRole, `who may ${may}`, 0, `Who may ${may}.${more} Each place in itself.`), {
    label: `who may ${may}`,
    may,
  });

/** What a step needs. */
export const needs = (label: string) =>
  said(
    z
      .array(evidence)
      .max(20)
      .default([])
      .describe(`${sentence(label)} Each is looked for as evidence.`),
    { label, evidence: true },
  );

/** A day, `YYYY-MM-DD`. */
export const day = (label: string) => said(z.iso.date().describe(sentence(label)), { label });

/** A value that may be `null`: there is none. */
export const orNone = <Schema extends z.ZodType>(schema: Schema) => {
  const wrapped = schema.nullable().describe(schema.description ?? '');
  const meant = words.get(schema);
  return meant === undefined ? wrapped : said(wrapped, meant);
};

/** A rule: its sentence for people, the clause that it implements, its mode, and its own parameters. */
export const rule = <Shape extends z.core.$ZodLooseShape>(label: string, shape: Shape) =>
  said(
    z
      .strictObject({
        says: z.string().min(1).max(1000).describe('The rule in one sentence for people.'),
        clause: z.string().min(1).max(1000).describe('Document and heading that the rule implements.'),
        mode: mode
          .default('enforce')
          .describe(
            'How strictly it is held: observe (ledger and dashboard), warn (says it), enforce (holds the check).',
          ),
        ...shape,
      })
      .describe(`${capital(label)}.`),
    { label },
  );
