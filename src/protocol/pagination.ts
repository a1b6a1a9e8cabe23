/** Lists: newest first, cursors are ids, and a cursor stays valid while rows are added. */
import * as z from 'zod';

export const defaultPageSize = 10;
export const largestPageSize = 100;

/** Query parameters of every list, as they stand in the address. */
export const pageParameters = {
  'page[after]': z.string().max(100).optional().meta({description: 'Id of the last item of the previous page.'}),
  'page[before]': z.string().max(100).optional().meta({description: 'Id of the first item of the next page.'}),
  'page[size]': z.coerce
    .number()
    .int()
    .min(1)
    .max(largestPageSize)
    .optional()
    .meta({description: '1 to 100, default 10.'}),
} as const;

export interface PageRequest {
  after?: string;
  before?: string;
  /** 1 to 100. */
  size: number;
}

/** One page and whether there is more on either side. */
export interface Page<T> {
  items: T[];
  hasPrevious: boolean;
  hasNext: boolean;
}

export const linksSchema = z.strictObject({
  prev: z.string().nullable().meta({description: 'Address of the page of newer items, relative to the host.'}),
  next: z.string().nullable().meta({description: 'Address of the page of older items, relative to the host.'}),
});
export type Links = z.infer<typeof linksSchema>;
