// Lets plain Node import the project's own TypeScript before anything is built: `node --import` this file, or
// import it first. Jest has its own transform for specs, but not for its global set-up.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
