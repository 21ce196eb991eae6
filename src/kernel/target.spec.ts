import type { Figure } from './figure.js';
import type { Polarity } from './movement.js';
import { againstTarget, parseTarget, Target, type AgainstTarget } from './target.js';

const target = (low: Figure | null, high: Figure | null): Target => ({ text: 'as printed', low, high });

describe('a figure against its target', () => {
  it.each<[string, Figure | null, Target | null, Polarity, AgainstTarget | null]>([
    ['inside a range', '14.5', target('12', '16'), 'lower', 'met'],
    ['on the low end of a range', '12.0', target('12', '16'), 'lower', 'met'],
    ['on the high end of a range', '16', target('12', '16'), 'lower', 'met'],
    ['below a range, even where lower is better', '9.8', target('12', '16'), 'lower', 'missed'],
    ['above a range', '16.1', target('12', '16'), 'lower', 'missed'],
    ['a floor reached', '90', target('90', null), 'higher', 'met'],
    ['a floor missed', '57.2', target('90', null), 'higher', 'missed'],
    ['a ceiling kept', '55', target('55', null), 'lower', 'met'],
    ['a ceiling passed', '64.5', target('55', null), 'lower', 'missed'],
    ['an upper end alone is a ceiling', '17', target(null, '16'), 'higher', 'missed'],
    ['a single figure for a neutral measure', '10', target('9', null), 'neutral', null],
    ['words only', '10', target(null, null), 'higher', null],
    ['no target', '10', null, 'higher', null],
    ['no figure', null, target('90', null), 'higher', null],
  ])('%s', (_case, latest, promised, polarity, expected) => {
    expect(againstTarget(latest, promised, polarity)).toBe(expected);
  });

  it.each<[string, Target | null]>([
    ['12 to 16', { text: '12 to 16', low: '12', high: '16' }],
    [' 12–16 weeks ', { text: '12–16 weeks', low: '12', high: '16' }],
    ['90%', { text: '90%', low: '90', high: null }],
    ['55 %', { text: '55 %', low: '55', high: null }],
    ['7.5 days', { text: '7.5 days', low: '7.5', high: null }],
    ['16 to 12', { text: '16 to 12', low: null, high: null }],
    ['better than last year', { text: 'better than last year', low: null, high: null }],
    ['90% by March 2018', { text: '90% by March 2018', low: null, high: null }],
    ['  ', null],
  ])('reads %j as printed', (printed, expected) => {
    expect(parseTarget(printed)).toEqual(expected);
  });
});
