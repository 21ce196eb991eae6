import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const ABOUT = `Everything the pages do, over REST. Send \`Authorization: Bearer <token>\` (issue one under "Access tokens").
Errors are problem details (RFC 9457) that name the field. A write may carry an \`Idempotency-Key\`: the same key with the same
body gives the same answer. \`Seen-Revision\` refuses the write when somebody else changed the thing meanwhile (409).
Reads take \`knownAt\`, a moment, and answer with what was known then.`;

/** OpenAPI at `/api/docs`, made from the command classes and the controllers. */
export const describeApi = (app: NestExpressApplication): void => {
  const about = new DocumentBuilder()
    .setTitle('Daybook')
    .setDescription(ABOUT)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const onlyApi = {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api'))),
  };
  SwaggerModule.setup('api/docs', app, onlyApi, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Daybook API',
    customfavIcon: '/static/favicon.svg',
    // The bar offers other documents, and there is one.
    customCss: '.swagger-ui .topbar { display: none }',
  });
};
