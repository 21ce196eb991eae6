import { InvalidInput } from './refusal.js';

const wrong = (...sentences: string[]) =>
  new InvalidInput(sentences.map((sentence, i) => ({ field: `field${i}`, code: 'wrong', sentence })));

describe('several inputs that are wrong at once', () => {
  it('are told as whole sentences, and each alone as it stands beside its field', () => {
    const both = wrong('Say why', 'The date must be today or in the past.', 'Choose a rating');
    expect(both.message).toBe('Say why. The date must be today or in the past. Choose a rating.');
    expect(both.errors.map(({ sentence }) => sentence)).toEqual([
      'Say why',
      'The date must be today or in the past.',
      'Choose a rating',
    ]);
    expect(wrong('Say why').message).toBe('Say why');
  });
});
