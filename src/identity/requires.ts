import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions.js';

/** What the guard looks for on a handler, then on its class. Nothing there: nobody may. */
export const ACCESS = 'daybook:access';
export type Access = Permission | 'public';

/** Only people whose role holds the permission. */
export const Requires = (permission: Permission) => SetMetadata<string, Access>(ACCESS, permission);

/** Anybody, signed in or not. */
export const Public = () => SetMetadata<string, Access>(ACCESS, 'public');
