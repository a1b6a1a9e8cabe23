/** `GET /verify/<user>` in a Next.js app: sends the person to their verification. */
import {countersign} from '../../../countersign.mjs';

export async function GET(_request, {params}) {
  const {user} = await params;
  const {meta} = await countersign.post('/inquiries', {
    body: {
      data: {attributes: {'inquiry-template-id': process.env.TEMPLATE_ID, 'reference-id': user}},
      meta: {'auto-create-one-time-link': true},
    },
  });
  return Response.redirect(meta['one-time-link'], 303);
}
