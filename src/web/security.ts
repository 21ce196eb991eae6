import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { Config } from '../app.config.js';

/** Nothing inline, nothing from elsewhere, no framing. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Headers for every answer. */
export const secure = (app: NestExpressApplication, { publicUrl }: Config): void => {
  const https = publicUrl?.startsWith('https:') ?? false;
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: POLICY },
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: https,
    }),
  );
  // The reader of the API documentation styles itself inline; it shows nothing that anybody typed.
  app.use(
    '/api/docs',
    helmet.contentSecurityPolicy({
      useDefaults: false,
      directives: { ...POLICY, styleSrc: ["'self'", "'unsafe-inline'"] },
    }),
  );
};
