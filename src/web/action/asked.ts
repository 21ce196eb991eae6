import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { BRAG } from '../../kernel/brag.js';
import { ATTENTION, UNRATED } from '../actions/filter.js';
import { ORDERS } from '../actions/sort.js';

const asked = (name: string, description: string, values?: readonly string[]) =>
  ApiQuery({ name, required: false, type: String, description, ...(values ? { enum: values } : {}) });

/** `asAt`, as every answer takes it that time alone changes. */
export const AskedAsAt = () =>
  asked('asAt', 'A day, such as 2018-01-16, at which what time alone changes is worked out; otherwise today');

/** What the list of actions can be narrowed to; all that is given holds at once. */
export const ActionsAsked = () =>
  applyDecorators(
    AskedAsAt(),
    asked('plan', 'Id of the plan'),
    asked('theme', 'Number of the theme'),
    asked('rating', 'The rating claimed', [...BRAG, UNRATED]),
    asked('derived', 'The rating that the facts support', [...BRAG, UNRATED]),
    asked('reference', 'A plan reference'),
    asked('owner', 'The role that owns it'),
    asked('state', 'How far it has come', ['open', 'claimed', 'verified', 'withdrawn']),
    asked('show', 'What deserves attention', Object.keys(ATTENTION)),
    asked('mine', 'Anything: only those that are mine'),
    asked('sort', 'The order', Object.keys(ORDERS)),
  );
