import { inspect } from 'node:util';

/** Text for people, in Markdown, with what else they can read where a service cannot take all of it. */
export interface Message {
  text: string;
  /** Address of a page that says all of it; null where there is none. */
  more: string | null;
}

/**
 * Tells a channel something, once. Whatever goes wrong is thrown as {@link NotTold}; nothing that it says holds the
 * channel's address.
 */
export type Tell = (channel: Channel, message: Message) => Promise<void>;

/**
 * What became of a message that was not told for certain. `later`: it did not arrive, and may when it is tried again;
 * `refused`: it did not arrive, and trying again cannot help; `unknown`: it may have arrived.
 */
export type Outcome = 'later' | 'refused' | 'unknown';

/** A message was not told, or nobody knows. */
export class NotTold extends Error {
  override readonly name = 'NotTold';

  constructor(
    readonly outcome: Outcome,
    /** What happened, as a sentence without any address. */
    message: string,
    /** How many seconds the service wants to be left alone at least; 0 where it has no such wish. */
    readonly seconds = 0,
  ) {
    super(message);
  }
}

/** A place of a service that messages go to. */
export interface Channel {
  /** As the rules name it. */
  name: string;
  address: Address;
}

/**
 * The address of a channel. Whoever knows it can write there, so it is a secret: it shows itself in no log, whatever
 * object it travels in, and only the file of its service opens it.
 */
export class Address {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The address itself, to be called and never to be shown. */
  open(): string {
    return this.#url;
  }

  toString(): string {
    return '(an address)';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
