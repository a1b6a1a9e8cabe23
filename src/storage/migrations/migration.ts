/** One forward step of the tables; numbered files beside this one. */
export interface Migration {
  /** Counts from 1 without gaps. */
  number: number;
  name: string;
  /** One or more statements, none of which needs to run outside a transaction. */
  sql: string;
}
