import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';

const require = createRequire(import.meta.url);
const govuk = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist', 'govuk');
const moj = join(dirname(require.resolve('@ministryofjustice/frontend/package.json')), 'moj');
const own = join(dirname(fileURLToPath(import.meta.url)), '..', 'static');

const FONTS = 'Arial,"Liberation Sans",Helvetica,sans-serif';

/** GDS Transport is licensed for gov.uk addresses only, so a council's own service sets the same rules in its own fonts. */
export const inOwnFonts = (css: string): string =>
  css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/font-family:(?:"?GDS Transport"?,arial,)?sans-serif/g, `font-family:${FONTS}`)
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '');

const styles: Readonly<Record<string, string>> = {
  '/govuk/govuk-frontend.min.css': join(govuk, 'govuk-frontend.min.css'),
  '/moj/moj-frontend.min.css': join(moj, 'moj-frontend.min.css'),
};
const scripts: Readonly<Record<string, string>> = {
  '/govuk/govuk-frontend.min.js': join(govuk, 'govuk-frontend.min.js'),
  '/moj/moj-frontend.min.js': join(moj, 'moj-frontend.min.js'),
};

/** Everything a page loads comes from here: `/static`, `/govuk`, `/moj`, and the pictures MoJ's styles ask for. */
export const serveAssets = (app: NestExpressApplication): void => {
  for (const [address, file] of Object.entries(styles)) {
    const css = inOwnFonts(readFileSync(file, 'utf8'));
    app.use(address, (_request: Request, response: Response) => response.type('css').send(css));
  }
  for (const [address, file] of Object.entries(scripts))
    app.use(address, (_request: Request, response: Response) => response.sendFile(file));
  app.useStaticAssets(join(moj, 'assets', 'images'), { prefix: '/assets/images' });
  app.useStaticAssets(own, { prefix: '/static' });
};
