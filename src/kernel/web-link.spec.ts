import { WebLink } from './web-link.js';

describe('a link', () => {
  it.each([
    'https://example.org/minutes.pdf',
    'http://intranet/evidence?case=audit&month=2018-01#page=4',
    'HTTPS://EXAMPLE.ORG',
    'https://example.org:8443/ŵ',
  ])('may be %s', (text) => expect(WebLink.safeParse(text).success).toBe(true));

  it.each([
    'javascript:alert(1)',
    'JavaScript://example.org/%0aalert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.org/minutes.pdf',
    '/minutes.pdf',
    'example.org',
    'https://',
    'https:///minutes.pdf',
    'https://example.org/minutes.pdf\n',
    'https://someone:secret@example.org/',
    'https://someone@example.org/',
    'https:\\\\example.org',
    'https://example.org/a b',
    'https://example.org/\u202Efdp.exe',
    ' https://example.org',
    '',
  ])('may not be %j', (text) => expect(WebLink.safeParse(text).success).toBe(false));
});
