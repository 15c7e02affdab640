import { svg } from "lit";

// Drawn here, 16 by 16; the words beside each say the same.

/** A triangle with a stroke: look at this. */
export const warningIcon = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1.2c.4 0 .8.2 1 .6l5.9 11c.4.8-.1 1.7-1 1.7H2.1c-.9 0-1.4-.9-1-1.7L7 1.8c.2-.4.6-.6 1-.6ZM7.4 6v4h1.2V6H7.4Zm0 5.2v1.3h1.2v-1.3H7.4Z"/></svg>`;

/** A disc with an i: this is asked for. */
export const askIcon = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.7 6v4.5h1.4V7H7.3Zm0-2.6v1.5h1.4V4.4H7.3Z"/></svg>`;

/** A disc with a cross: this stopped. */
export const faultIcon = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-2.1 4L5 5.9 7.1 8 5 10.1l.9.9L8 8.9l2.1 2.1.9-.9L8.9 8 11 5.9l-.9-.9L8 7.1 5.9 5Z"/></svg>`;

/** A disc with a tick: this is done. */
export const doneIcon = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.2 4.1L7 9.3 4.8 7.1l-.9.9L7 11.1 12.1 6l-.9-.9Z"/></svg>`;
