import type { Known } from '../../../projections/kit/known.js';

declare global {
  namespace Express {
    interface Request {
      /** Set by the answer interceptor from `?knownAt=`. */
      known?: Known;
    }
  }
}
