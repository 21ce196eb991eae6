import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { differencesOf, PrintedRow } from '../kernel/printed-row.js';
import { rate } from '../kernel/rating-rule.js';
import { parseTarget } from '../kernel/target.js';
import { sampleMeasures, samplePlan } from './sample-files.js';

const read = (name: string): string => readFileSync(new URL(`./barnet/${name}`, import.meta.url), 'utf8');
const table = (name: string): Record<string, string>[] => parse(read(name), { columns: true });

const plan = samplePlan();
const measures = sampleMeasures();
const dashboard = table('dashboard-2017-11.csv');
const supervision = table('supervision-2017-11.csv');
const rule = plan.ratingRules[0]!;

const orNull = (text = ''): string | null => text || null;
const printed = (period = '', value = '') => (value ? { period, value } : null);
const rowOf = (line: Record<string, string>): PrintedRow =>
  PrintedRow.parse({
    previous: printed(line.previous_period, line.previous_value),
    latest: printed(line.latest_period, line.latest_value),
    change: line.published_change_text
      ? {
          value: orNull(line.published_change),
          text: line.published_change_text,
          direction: orNull(line.published_change_direction),
        }
      : null,
    baseline: line.baseline_label
      ? {
          label: line.baseline_label,
          value: line.published_baseline_value,
          text: orNull(line.published_baseline_text),
          direction: orNull(line.published_baseline_direction),
        }
      : null,
    target: line.target_text
      ? { text: line.target_text, low: orNull(line.target_low), high: orNull(line.target_high) }
      : null,
    rating: orNull(line.published_rating),
    availability: orNull(line.availability),
    note: orNull(line.note),
  });
const measureOf = (line: Record<string, string>) => {
  const found = measures.filter((m) => String(m.publishedRow) === line.published_row);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe('the sample authority', () => {
  it('has all its rows, series, actions and updates', () => {
    const rows = [...dashboard, ...supervision].map((line) => Number(line.published_row)).sort((a, b) => a - b);
    expect(rows).toEqual(Array.from({ length: 76 }, (_, index) => index + 1));
    expect(dashboard).toHaveLength(70);
    expect(measures).toHaveLength(94);
    expect(plan.actions).toHaveLength(63);
    expect(new Set(plan.actions.map((action) => action.reference)).size).toBe(63);
    expect(plan.actions.flatMap((action) => action.updates)).toHaveLength(116);
  });

  it('names each series once', () => {
    const names = measures.map(({ section, planRefs, name, breakdown }) =>
      [section, ...planRefs, name, breakdown].join(),
    );
    expect(new Set(names).size).toBe(94);
  });

  it('describes every dashboard row as the row describes itself', () => {
    for (const line of dashboard) {
      const { name, breakdown, section, planRefs, unit, target, baseline } = measureOf(line);
      const row = rowOf(line);
      expect({ name, breakdown, section, planRefs }).toEqual({
        name: line.measure,
        breakdown: orNull(line.breakdown),
        section: line.section,
        planRefs: line.plan_ref!.split(';'),
      });
      expect([unit, '']).toContain(line.unit);
      expect(target).toEqual(row.target);
      expect(target).toEqual(parseTarget(line.target_text!));
      expect(baseline?.value).toBe(row.baseline?.value);
    }
  });

  it('has four series for each supervised team', () => {
    const outcomes = ['not due', 'in time', 'completed out of timescale', 'overdue'];
    for (const line of supervision) {
      const series = measures.filter((m) => String(m.publishedRow) === line.published_row);
      expect(series.map((m) => m.breakdown)).toEqual(outcomes.map((outcome) => `${line.team}: ${outcome}`));
      expect(series.map((m) => m.name)).toEqual(outcomes.map(() => line.measure));
    }
  });

  it('knows every theme and plan reference it speaks of', () => {
    const themes = new Set(plan.themes.map((theme) => theme.number));
    const refs = new Map(plan.planRefs.map((planRef) => [planRef.ref, planRef]));
    for (const { planRefs, theme } of [...plan.actions, ...measures]) {
      expect(themes).toContain(theme);
      for (const ref of planRefs) expect([...refs.keys()]).toContain(ref);
    }
    for (const measure of measures) {
      expect(measure.theme).toBe(refs.get(measure.planRefs[0]!)?.theme);
      expect(measure.section).toBe(refs.get(measure.planRefs[0]!)?.section);
    }
  });

  it('says why, wherever a row has no figure', () => {
    for (const line of dashboard) expect(rowOf(line).latest === null).toBe(rowOf(line).availability !== null);
  });

  it('names nobody: a lead is an office, a team or a group', () => {
    const office =
      /Head of Service|Heads of Service|Manager|team|Group|director|headteacher|Lead$|Worker$|School|Centre/;
    for (const { leadRole } of plan.actions) if (leadRole !== null) expect(leadRole).toMatch(office);
    expect(read('plan.json') + read('measures.json')).not.toMatch(/\b(Mr|Mrs|Ms|Dr|Cllr|Councillor) [A-Z]/);
  });

  it('is rated as its own rule rates it, row by row', () => {
    const rated = dashboard.flatMap((line) => {
      const row = rowOf(line);
      const { polarity, unit } = measureOf(line);
      if (row.rating === null || polarity === 'neutral') return [];
      const [latest, previous, baseline] = [row.latest, row.previous, row.baseline].map((it) => it?.value ?? null);
      const facts = { latest: latest!, previous: previous!, baseline: baseline!, polarity, unit };
      return [{ row: line.published_row, printed: row.rating, byRule: rate(facts, rule).rating?.[0]?.toUpperCase() }];
    });
    expect(rated.length).toBeGreaterThan(0);
    for (const { row, printed: letter, byRule } of rated)
      expect({ row, rating: byRule }).toEqual({ row, rating: letter });
  });

  it('disagrees with itself in nine rows and nowhere else', () => {
    const found = dashboard.flatMap((line) => {
      const { unit, polarity } = measureOf(line);
      const fields = differencesOf(rowOf(line), { unit, polarity, rule }).map((difference) => difference.field);
      return fields.length > 0 ? [[Number(line.published_row), ...fields]] : [];
    });
    expect(found).toEqual([
      [35, 'change'],
      [37, 'change', 'direction'],
      [38, 'change', 'direction'],
      [44, 'period'],
      [45, 'period'],
      [46, 'period'],
      [47, 'period'],
      [52, 'direction'],
      [60, 'change', 'direction'],
    ]);
  });
});
