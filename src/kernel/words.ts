/** `planRefs` → `plan references` */
export const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/\brefs\b/, 'references');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
