import request from 'supertest';
import type { Role } from '../../src/kernel/role.js';

/** A form as it was opened; sending it brings its hidden fields along, as a browser would. */
export type OpenForm = Readonly<{ html: string; send: (typed: Readonly<Record<string, string>>) => request.Test }>;

/** Somebody at a browser without scripts, signed in to the demonstration. */
export type Walker = Readonly<{
  open: (path: string) => request.Test;
  form: (path: string) => Promise<OpenForm>;
}>;

const PASSWORD = 'daybook-demo';
const HIDDEN = /<input type="hidden" name="(_\w+)" value="([^"]*)">/g;

export const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries([...html.slice(html.indexOf('<main')).matchAll(HIDDEN)].map(([, name, value]) => [name!, value!]));

export const signIn = async (url: string, role: Role): Promise<Walker> => {
  const agent = request.agent(url);
  await agent.post('/sign-in').type('form').send({ userId: role, password: PASSWORD }).expect(303);
  const form = async (path: string): Promise<OpenForm> => {
    const { text: html } = await agent.get(path).expect(200);
    const hidden = hiddenFields(html);
    const action = path.split('?')[0]!;
    return {
      html,
      send: (typed) =>
        agent
          .post(action)
          .type('form')
          .send({ ...hidden, ...typed }),
    };
  };
  return { open: (path) => agent.get(path), form };
};

/** What a reader sees, in one line. */
export const words = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
