/** Of a request what its answer needs: a part of hono's context, which also stands for itself where no app is around (`routes.ts`). */
export interface Asked {
  req: {
    raw: Request;
    url: string;
    method: string;
    header(name: string): string | undefined;
    param(): Record<string, string>;
  };
  /** Of the server; see `client-address.ts`. */
  env: unknown;
}
