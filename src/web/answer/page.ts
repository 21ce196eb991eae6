import { problemOf, type Problem } from './problem.js';

/** A page to be shown: a template under `src/web`, and what it needs besides the shell. */
export class Page {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly problem: Problem | null = null,
  ) {}
}

/** The answer to a form that worked: look at this address, with a word on what happened. */
export class SeeOther {
  constructor(
    readonly address: string,
    readonly notice: string | null = null,
  ) {}
}

/** What a person typed, to be shown again in the form it was typed into. */
export type Typed = Readonly<Record<string, string>>;

export const page = (template: string, model: object, problem: Problem | null = null): Page =>
  new Page(template, model, problem);

/**
 * Sends a form. Where it is refused, the same page comes again with the sentences and what was typed;
 * anything else (not there, broken) goes on to the error page.
 */
export const submit = async (form: {
  send: () => Promise<unknown>;
  done: SeeOther;
  again: (problem: Problem) => Page | Promise<Page>;
}): Promise<Page | SeeOther> => {
  try {
    await form.send();
    return form.done;
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status !== 422 && problem.status !== 409) throw error;
    return form.again(problem);
  }
};

/** The fields of a submitted form, without the hidden ones that start with an underscore; several boxes of one name by commas. */
export const typedIn = (body: unknown): Typed =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, several(value) ? value.join(',') : value] as const)
      .filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string'),
  );

const several = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
