import { tenth } from './series.js';

export type SideLabel = Readonly<{ kind: 'latest' | 'target' | 'baseline'; y: number; text: string }>;

const LINE_HEIGHT = 18;

/** Moves labels apart until none covers another, keeping their order and staying between top and bottom. */
export const spread = (labels: readonly SideLabel[], room: Readonly<{ top: number; bottom: number }>): SideLabel[] => {
  const placed = [...labels].sort((a, b) => a.y - b.y);
  let free = room.top;
  const down = placed.map((label) => {
    const y = Math.max(label.y, free);
    free = y + LINE_HEIGHT;
    return { ...label, y };
  });
  let floor = room.bottom;
  return down
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, floor);
      floor = y - LINE_HEIGHT;
      return { ...label, y: tenth(y) };
    })
    .reverse();
};
