/**
 * A person of a sandbox shows a specimen in the camera's place (`POST /specimens/{name}` of the flow API). It takes the way of any
 * picture: uploaded, submitted, judged by the engines; nobody decides here what comes of it.
 */
import {documentSpecimen, faceSpecimen} from '../domain/specimens.ts';
import {CountersignError} from '../protocol/errors.ts';
import {findEnvironment} from '../storage/environment.ts';
import {readStanding} from '../storage/standing.ts';
import type {Context} from './context.ts';
import {showDocument} from './show-document.ts';
import {showFace} from './simulate-selfie.ts';
import type {Scope} from './write.ts';

/** @throws CountersignError `forbidden` outside the sandbox, `not_found`, `invalid_transition`, `gone`, `unavailable` */
export async function showSpecimen(
  ctx: Context,
  scope: Scope,
  {inquiryId, name}: {inquiryId: string; name: string},
): Promise<void> {
  const {db} = ctx.database;
  // whether there is such an inquiry comes before what the environment allows
  const {row, graph} = await readStanding(db, scope.envId, inquiryId);
  const environment = await findEnvironment(db, scope.envId);
  if (environment?.kind !== 'sandbox')
    throw new CountersignError('forbidden', {details: 'Specimens are shown in a sandbox only.'});
  const step = graph.steps[row.step];
  if (step?.kind === 'document') {
    const specimen = documentSpecimen(name, step);
    if (specimen) return showDocument(ctx, scope, {inquiryId, step: row.step, specimen});
  } else if (step?.kind === 'selfie') {
    const who = faceSpecimen(name, step);
    if (who) return showFace(ctx, scope, {inquiryId, step: row.step, config: step, who});
  } else {
    throw new CountersignError('invalid_transition', {details: 'The inquiry stands in a step without a camera.'});
  }
  throw new CountersignError('not_found', {details: 'This step takes no specimen of that name.'});
}
