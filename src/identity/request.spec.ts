import type { Request } from 'express';
import { formAddress, isApi, localPath, originOf } from './request.js';

const request = (headers: Record<string, string>, originalUrl = '/actions/7/rate'): Request => {
  const all: Record<string, string> = { host: 'daybook.example', ...headers };
  return { originalUrl, get: (name: string) => all[name] } as unknown as Request;
};

describe('where a request came from', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 'own'],
    [{ 'sec-fetch-site': 'same-site' }, 'foreign'],
    [{ 'sec-fetch-site': 'cross-site' }, 'foreign'],
    [{ 'sec-fetch-site': 'none' }, 'unknown'],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://daybook.example' }, 'foreign'],
    [{ origin: 'https://daybook.example' }, 'own'],
    [{ origin: 'https://daybook.example:8443' }, 'foreign'],
    [{ origin: 'https://evil.example' }, 'foreign'],
    [{ origin: 'not an address' }, 'foreign'],
    [{ origin: 'null' }, 'unknown'],
    [{}, 'unknown'],
  ])('%j is %s', (headers, expected) => {
    expect(originOf(request(headers))).toBe(expected);
  });
});

describe('an address to go on to', () => {
  it.each([
    ['/dashboard?period=2017-11', '/dashboard?period=2017-11'],
    ['/a/../b', '/b'],
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\n/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['dashboard', '/'],
    [['/dashboard'], '/'],
    [undefined, '/'],
  ])('%j leads to %s', (given, expected) => {
    expect(localPath(given)).toBe(expected);
  });
});

describe('the page that held a form', () => {
  it.each([
    ['the page that the browser names', { referer: 'https://daybook.example/actions/7?a=1#top' }, '/actions/7?a=1'],
    ['no page of another site', { referer: 'https://evil.example/actions/7' }, '/actions/7/rate'],
    ['where it was sent to, when the browser is silent', {}, '/actions/7/rate'],
  ])('is %s', (_, headers, expected) => {
    expect(formAddress(request(headers))).toBe(expected);
  });
});

describe('the API', () => {
  it.each([
    ['/api', true],
    ['/api?x=1', true],
    ['/api/me', true],
    ['/apiary', false],
    ['/dashboard?next=/api/me', false],
  ])('%s: %s', (originalUrl, expected) => {
    expect(isApi(request({}, originalUrl))).toBe(expected);
  });
});
