/** A host for the route files of the Next.js example: `node next-host.mjs <url of the examples>`. */
import {serve} from '@hono/node-server';
import {Hono} from 'hono';

const routes = `${process.argv[2]}/next/app`;
const {GET} = await import(`${routes}/verify/[user]/route.mjs`);
const {POST} = await import(`${routes}/webhooks/route.mjs`);

const app = new Hono()
  .get('/verify/:user', (c) => GET(c.req.raw, {params: Promise.resolve({user: c.req.param('user')})}))
  .post('/webhooks', (c) => POST(c.req.raw));
serve({fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1'}, ({port}) => {
  console.log(`http://127.0.0.1:${port}`);
});
