/** What a channel is called in rules and settings: a word that is never an address. */
export const CHANNEL_NAME = /^[a-z][a-z0-9-]{0,49}$/;
