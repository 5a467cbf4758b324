/**
 * Text from a proposal or a person, made safe to stand in Markdown of ours: on one line, no HTML, no table breaks, no
 * formatting, and nobody mentioned. A zero-width space behind `@` and `#` keeps GitHub from linking and notifying.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/([@#])(?=\w)/g, '$1\u200b')
    .replace(/(https?):\/\//g, '$1:\u200b//');

/** A sentence of ours that names people by `@login`: shown without the `@`, so that it tells and does not notify. */
export const unmentioned = (sentence: string): string => sentence.replace(/@(?=[A-Za-z0-9])/g, '');

/** A sentence of ours in a cell of a table. */
export const cell = (sentence: string): string => unmentioned(sentence).replace(/\n+/g, ' ').replace(/\|/g, '\\|');
