/** `/healthz`: the process lives. `/readyz`: everything it needs is there; what is missing is named, nothing more is told. */
import {Hono} from 'hono';
import {sql} from 'kysely';
import type {Context} from '../commands/context.ts';

export function healthRoutes(ctx: Context, enginesReady: Promise<void>): Hono {
  const routes = new Hono();
  let ready = false;
  void enginesReady.then(() => void (ready = true));

  routes.get('/healthz', (c) => c.json({status: 'alive'}));
  routes.get('/readyz', async (c) => {
    const database = await answers(ctx);
    const everything = ready && database;
    const status = everything ? 'ready' : 'starting';
    return c.json({status, database, engines: ready, faces: facesOf(ctx)}, everything ? 200 : 503);
  });
  return routes;
}

/** Without its nets the face engine answers `provider_not_configured`; everything else is ready all the same. */
function facesOf({settings}: Context): 'ready' | 'models_missing' {
  return settings.faceModels?.missing === undefined ? 'ready' : 'models_missing';
}

async function answers(ctx: Context): Promise<boolean> {
  try {
    await sql`select 1`.execute(ctx.database.db);
    return true;
  } catch (error) {
    ctx.log.warn({error: error instanceof Error ? error.name : 'unknown'}, 'the database does not answer');
    return false;
  }
}
