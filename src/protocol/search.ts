/** `POST /{noun}/search`: conditions over attributes, put together by and, or and not. */
import * as z from 'zod';
import {largestPageSize} from './pagination.ts';

export const searchOperators = ['eq', 'gt', 'gte', 'lt', 'lte'] as const;
export type SearchOperator = (typeof searchOperators)[number];

export interface SearchCondition {
  /** In any inflection, e.g. `created_at`; `fields.name-first` names one field. */
  attribute: string;
  operator: SearchOperator;
  value: string | number | boolean;
}

export type SearchClause = {and: SearchClause[]} | {or: SearchClause[]} | {not: SearchClause} | SearchCondition;

/** Clauses inside clauses, and side by side; more would be a program. */
export const deepestSearch = 5;
const mostClauses = 20;

const condition = z
  .strictObject({
    attribute: z.string().min(1).max(200),
    operator: z.enum(searchOperators),
    value: z.union([z.string().max(10_000), z.number(), z.boolean()]),
  })
  .meta({
    id: 'search-condition',
    description: 'One comparison.',
    examples: [{attribute: 'status', operator: 'eq', value: 'approved'}],
  });

/** Which of the four shapes it is follows from its keys, so that what is wrong is said of that shape alone. */
const searchClause: z.ZodType<SearchClause> = z
  .lazy(() =>
    z.union([
      condition,
      z.strictObject({and: z.array(searchClause).max(mostClauses)}),
      z.strictObject({or: z.array(searchClause).max(mostClauses)}),
      z.strictObject({not: searchClause}),
    ]),
  )
  .meta({id: 'search-clause', description: 'A comparison, or clauses put together by and, or and not.'});

export const searchSchema = z.strictObject({
  query: searchClause.optional(),
  sort: z.strictObject({attribute: z.string().max(100), direction: z.enum(['asc', 'desc'])}).optional(),
  page: z
    .strictObject({
      after: z.string().max(100).optional(),
      before: z.string().max(100).optional(),
      size: z.int().min(1).max(largestPageSize).optional(),
    })
    .optional(),
});
export type SearchRequest = z.infer<typeof searchSchema>;
