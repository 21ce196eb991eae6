import { DEMO_PASSWORD } from '../../src/identity/demo-accounts.js';

const HIDDEN = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;

/** Somebody who is signed in. @throws Error when a page does not answer as it should */
export type Visitor = Readonly<{ open: (path: string) => Promise<void> }>;

const cookieOf = (response: Response, before = ''): string => {
  const [cookie] = response.headers.getSetCookie();
  return cookie ? cookie.split(';')[0]! : before;
};

/** Signs in through the form, as a browser without scripts would. */
export const signIn = async (url: string, userId: string): Promise<Visitor> => {
  const page = await fetch(`${url}/sign-in`);
  const form = new URLSearchParams({ userId, password: DEMO_PASSWORD });
  for (const [, name, value] of (await page.text()).matchAll(HIDDEN)) form.append(name!, value!);
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie: cookieOf(page) },
  });
  if (signedIn.status >= 400) throw new Error(`Nobody could sign in: status ${signedIn.status}`);
  const cookie = cookieOf(signedIn, cookieOf(page));
  return {
    open: async (path) => {
      const response = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    },
  };
};
