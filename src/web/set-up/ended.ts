import { NotFound } from '../../kernel/refusal.js';

/** A one-time link that was used, has ended, or never was: nobody is told which (404). */
export const endedLink = (whatToDo: string): NotFound =>
  new NotFound('link-ended', `This link has been used, or its day is over. ${whatToDo}`);

export const secretIn = (token: unknown): string => (typeof token === 'string' ? token : '');
